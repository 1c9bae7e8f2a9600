/// The views of the window and the list of them. Each lives in a folder of its own and knows no other.
///
/// First to read: `View`, then `Views`. May use: everything below `ui`, and of `ui` all but the window itself.
@NullMarked
package org.tailwright.ui.views;

import org.jspecify.annotations.NullMarked;
