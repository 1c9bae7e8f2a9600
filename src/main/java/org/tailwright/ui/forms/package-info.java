/// Settings panes made from the fields of an analysis.
///
/// First to read: `FormPane`. May use: analyses, ui.state.
@NullMarked
package org.tailwright.ui.forms;

import org.jspecify.annotations.NullMarked;
