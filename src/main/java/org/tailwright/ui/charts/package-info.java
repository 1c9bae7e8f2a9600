/// Charts in the window: marks painted on a canvas, and pointing at them.
///
/// First to read: `ChartPane`. May use: `charts`, `ui.theme`, JavaFX.
@NullMarked
package org.tailwright.ui.charts;

import org.jspecify.annotations.NullMarked;
