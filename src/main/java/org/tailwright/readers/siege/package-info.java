/// What siege prints and logs: results, requests, the log of runs.
///
/// First to read: `SiegeText`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.siege;

import org.jspecify.annotations.NullMarked;
