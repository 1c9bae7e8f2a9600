/// The capacity simulation: risk by month, and servers needed by variants.
///
/// First to read: `SimulationView`, then `SimulationModel` and `ServersModel`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.simulation;

import org.jspecify.annotations.NullMarked;
