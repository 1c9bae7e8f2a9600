package org.tailwright.ui.theme;

import java.io.ByteArrayInputStream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.tailwright.charts.TextStyle;
import org.tailwright.charts.Weight;

/// The bundled font, the same that reports carry, so that widths are the same everywhere.
public final class Fonts {
    private Fonts() {}

    /// Makes the font known to the toolkit; again does no harm.
    public static void load() {
        for (Weight weight : Weight.values()) {
            Font.loadFont(new ByteArrayInputStream(org.tailwright.charts.Fonts.file(weight)), 13);
        }
    }

    /// The font of a chart's text.
    public static Font of(TextStyle style) {
        return of(style.weight(), style.size());
    }

    /// The font in a weight and size.
    public static Font of(Weight weight, double size) {
        return Font.font(org.tailwright.charts.Fonts.FAMILY, weight == Weight.SEMIBOLD ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }
}
