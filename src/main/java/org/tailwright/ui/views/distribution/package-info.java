/// Latency by percentile and over time, with what is inside the selection.
///
/// First to read: `DistributionModel`, then `DistributionView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.distribution;

import org.jspecify.annotations.NullMarked;
