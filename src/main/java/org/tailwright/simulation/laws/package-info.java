/// Probability laws of uncertain inputs.
///
/// First to read: `Law`. May use: `data`, `work`.
@NullMarked
package org.tailwright.simulation.laws;

import org.jspecify.annotations.NullMarked;
