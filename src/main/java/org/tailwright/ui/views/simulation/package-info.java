/// The capacity simulation.
///
/// First to read: `SimulationModel`, then `SimulationView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.simulation;

import org.jspecify.annotations.NullMarked;
