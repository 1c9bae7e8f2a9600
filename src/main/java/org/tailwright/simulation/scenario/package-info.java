/// Scenario files: a network with its faults and the variants that are compared, read from YAML with line numbers.
///
/// First to read: `Scenario`, then `ScenarioReader`. May use: `statistics` and what it may use; `simulation.events`, `simulation.laws`.
@NullMarked
package org.tailwright.simulation.scenario;

import org.jspecify.annotations.NullMarked;
