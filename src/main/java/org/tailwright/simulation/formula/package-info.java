/// Small formulas over named inputs.
///
/// First to read: `Formula`. May use: `data`, `work`.
@NullMarked
package org.tailwright.simulation.formula;

import org.jspecify.annotations.NullMarked;
