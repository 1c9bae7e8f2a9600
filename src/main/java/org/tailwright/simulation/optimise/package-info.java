/// Finding the cheapest configuration of a simulated network that holds its objective, and how sure that is.
///
/// First to read: `Optimiser`, then `Evolution`. May use: `statistics` and what it may use; `simulation.events`, `simulation.scenario`.
@NullMarked
package org.tailwright.simulation.optimise;

import org.jspecify.annotations.NullMarked;
