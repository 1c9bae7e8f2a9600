/// What ApacheBench prints and writes: results, percentages (`-e`), requests (`-g`).
///
/// First to read: `AbText`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.ab;

import org.jspecify.annotations.NullMarked;
