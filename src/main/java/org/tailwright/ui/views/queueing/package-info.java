/// Response time of a queue against its load, beside what was measured.
///
/// First to read: `QueueingModel`, then `QueueingView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.queueing;

import org.jspecify.annotations.NullMarked;
