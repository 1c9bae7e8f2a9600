/// The start page.
///
/// First to read: `StartPage`. May use: ui.state, ui.jobs.
@NullMarked
package org.tailwright.ui.start;

import org.jspecify.annotations.NullMarked;
