/// The operational laws of queueing (Buzen 1976; Denning and Buzen 1978) as checks on loaded data, and demands by class from measured utilisation.
///
/// First to read: `LawsAnalysis`, then `DemandAnalysis`. May use: `models.scalability`, `statistics` and what it may use.
@NullMarked
package org.tailwright.models.laws;

import org.jspecify.annotations.NullMarked;
