/// The printed results of wrk and wrk2.
///
/// First to read: `WrkText`. May use: `data`, `work`, `readers`, `readers.text`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.wrk;

import org.jspecify.annotations.NullMarked;
