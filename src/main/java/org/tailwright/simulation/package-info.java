/// Monte Carlo: laws of uncertain inputs, draws on all cores, and the capacity question over the coming months.
///
/// First to read: `MonteCarlo`, then `CapacitySimulation`. May use: `statistics` and what it may use; never `models`, `traces`, `profiles`.
@NullMarked
package org.tailwright.simulation;

import org.jspecify.annotations.NullMarked;
