/// Throughput and latency against load.
///
/// First to read: `ScalabilityModel`, then `ScalabilityView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.scalability;

import org.jspecify.annotations.NullMarked;
