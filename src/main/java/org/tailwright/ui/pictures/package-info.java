/// Pictures of the window without a display, for the command line and the documentation.
///
/// First to read: `Pictures`. May use: `workspace` and all of `ui`.
@NullMarked
package org.tailwright.ui.pictures;

import org.jspecify.annotations.NullMarked;
