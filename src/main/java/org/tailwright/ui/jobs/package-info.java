/// Background work as the window sees it: jobs with a title, progress and cancelling, and the one path of failures.
///
/// First to read: `Jobs`. May use: `work`, `readers` (for the reasons of unreadable files), JavaFX properties.
@NullMarked
package org.tailwright.ui.jobs;

import org.jspecify.annotations.NullMarked;
