/// Samples of Linux perf as `perf script` prints them.
///
/// First to read: `PerfScript`. May use: `data`, `work`, `readers`, `readers.stacks`, `readers.text`.
@NullMarked
package org.tailwright.readers.perfscript;

import org.jspecify.annotations.NullMarked;
