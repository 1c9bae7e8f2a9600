/// Exact quantiles and intervals that respect dependence in time; the latency, distribution and over-time analyses; exemplars.
///
/// First to read: `Latency`. May use: `analyses` and what it may use.
@NullMarked
package org.tailwright.statistics;

import org.jspecify.annotations.NullMarked;
