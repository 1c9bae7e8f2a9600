/// Discrete-event simulation: stations that call each other under resilience policies, faults on a schedule, replications.
///
/// First to read: `Network`, then `Loop`, then `Replications`. May use: `statistics` and what it may use; `simulation.laws`.
@NullMarked
package org.tailwright.simulation.events;

import org.jspecify.annotations.NullMarked;
