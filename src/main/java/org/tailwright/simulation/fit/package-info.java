/// Laws fitted to measured values: maximum likelihood, tests that know that parameters were fitted, and how far a law is off.
///
/// First to read: `LawFits`, then `Family`. May use: `simulation.laws`, `statistics` and what it may use.
@NullMarked
package org.tailwright.simulation.fit;

import org.jspecify.annotations.NullMarked;
