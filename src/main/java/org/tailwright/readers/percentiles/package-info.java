/// Distributions of which a producer printed only percentiles and statistics, shared by all readers of such files.
///
/// First to read: `KnownPercentiles`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.percentiles;

import org.jspecify.annotations.NullMarked;
