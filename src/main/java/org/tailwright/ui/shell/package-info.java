/// The parts around the views: top bar, data tree, tabs, inspector, overview, status bar.
///
/// First to read: `DataTree`. May use: everything below ui, ui.state, ui.jobs, ui.charts, ui.views.
@NullMarked
package org.tailwright.ui.shell;

import org.jspecify.annotations.NullMarked;
