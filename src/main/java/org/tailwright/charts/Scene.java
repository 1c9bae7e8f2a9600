package org.tailwright.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture as marks, in pixels.
///
/// @param width pixels
/// @param height pixels
/// @param plot where values are drawn, for pointing; null for a picture without axes
/// @param marks in painting order
/// @param title short name for assistive technology
/// @param description what it shows, in words
public record Scene(double width, double height, @Nullable Plot plot, List<Mark> marks, String title, String description) {
    public Scene {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("A scene needs a size above 0, not " + width + " × " + height);
        }
        marks = List.copyOf(marks);
    }

    /// A picture without axes (flame graph, waterfall, map).
    public static Scene of(double width, double height, List<Mark> marks, String title, String description) {
        return new Scene(width, height, null, marks, title, description);
    }
}
