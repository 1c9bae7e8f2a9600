/// One distribution in many shapes: histogram, cumulative and exceedance curves, ridges by label, and percentiles by other definitions.
///
/// First to read: `Shape`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.statistics.shapes;

import org.jspecify.annotations.NullMarked;
