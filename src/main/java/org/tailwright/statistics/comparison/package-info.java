/// Compares two sides of runs: intervals of the difference against a threshold, the workload first, labels with false-discovery control.
///
/// First to read: `Comparison`. May use: `statistics` and below.
@NullMarked
package org.tailwright.statistics.comparison;

import org.jspecify.annotations.NullMarked;
