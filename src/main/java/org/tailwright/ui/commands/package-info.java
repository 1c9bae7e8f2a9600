/// Everything that can be done, by name and key, and the palette that finds it.
///
/// First to read: `Command`. May use: ui.state, JavaFX.
@NullMarked
package org.tailwright.ui.commands;

import org.jspecify.annotations.NullMarked;
