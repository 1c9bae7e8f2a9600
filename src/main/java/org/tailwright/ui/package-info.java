/// The window.
///
/// First to read: `App` (start), `Shell` (the parts of the window), `Context` (what views get). May use: everything but `cli`.
@NullMarked
package org.tailwright.ui;

import org.jspecify.annotations.NullMarked;
