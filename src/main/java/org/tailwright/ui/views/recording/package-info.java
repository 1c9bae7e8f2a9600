/// Stack samples of a recording as a flame graph, with its garbage-collection pauses over time.
///
/// First to read: `RecordingView`. May use: everything below `ui`, and of `ui` all but the window itself and other views.
@NullMarked
package org.tailwright.ui.views.recording;

import org.jspecify.annotations.NullMarked;
