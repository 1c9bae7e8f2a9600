/// The open investigation as a file: saving, opening, keeping copies, and what was worked on lately.
///
/// First to read: `Document`. May use: workspace and below, `ui` (library, context, dialogs), ui.state, ui.jobs, ui.start.
@NullMarked
package org.tailwright.ui.document;

import org.jspecify.annotations.NullMarked;
