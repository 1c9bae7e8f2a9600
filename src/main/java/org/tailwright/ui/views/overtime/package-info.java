/// Throughput, percentiles, concurrency and metrics on one clock.
///
/// First to read: `OverTimeModel`, then `OverTimeView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.overtime;

import org.jspecify.annotations.NullMarked;
