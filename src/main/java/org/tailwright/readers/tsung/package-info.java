/// Tsung's statistics and its dump of requests.
///
/// First to read: `TsungLog`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.tsung;

import org.jspecify.annotations.NullMarked;
