/// Colours and fonts of the window. Colour literals stand in `charts.Palette` and in `tailwright.css`, nowhere else.
///
/// First to read: `Theme`. May use: `charts`, AtlantaFX, JavaFX.
@NullMarked
package org.tailwright.ui.theme;

import org.jspecify.annotations.NullMarked;
