/// The fault drill: a network of stations under load, policies and faults, baseline against variants.
///
/// First to read: `DrillModel`, then `DrillView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.drill;

import org.jspecify.annotations.NullMarked;
