/// The view that shows any analysis by its form and its explanation.
///
/// First to read: `AnalysesModel`, then `AnalysesView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.analyses;

import org.jspecify.annotations.NullMarked;
