/// Closed formulas of queues that several packages need.
///
/// First to read: `ErlangC`. May use: `analyses` and what it may use.
@NullMarked
package org.tailwright.statistics.queueing;

import org.jspecify.annotations.NullMarked;
