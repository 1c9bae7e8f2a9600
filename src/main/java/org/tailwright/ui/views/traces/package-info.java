/// All traces by time and duration, and the slowest of the selection, each as a waterfall with its critical path.
///
/// First to read: `TracesView`. May use: everything below `ui`, and of `ui` all but the window itself and other views.
@NullMarked
package org.tailwright.ui.views.traces;

import org.jspecify.annotations.NullMarked;
