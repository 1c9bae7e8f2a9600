package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;

/// A chart as data: what to draw, not how large. [Layout#lay] turns it into marks.
///
/// @param title bold, at the left above the plot; may be empty
/// @param note muted, at the right of the title (method, n); may be empty
/// @param x horizontal axis
/// @param y vertical axis
/// @param layers painted in order, later ones on top
/// @param description one or two sentences for readers who cannot see it; may be empty
public record Chart(String title, String note, Axis x, Axis y, List<Layer> layers, String description) {
    public Chart {
        layers = List.copyOf(layers);
    }

    /// A chart without a description of its own.
    public static Chart of(String title, String note, Axis x, Axis y, Layer... layers) {
        return new Chart(title, note, x, y, List.of(layers), "");
    }

    /// The same chart with another layer on top.
    public Chart with(Layer layer) {
        ArrayList<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Chart(title, note, x, y, more, description);
    }

    /// The same chart described in words.
    public Chart described(String words) {
        return new Chart(title, note, x, y, layers, words);
    }

    /// The description, or one made from title and axes when there is none.
    public String spoken() {
        if (!description.isEmpty()) {
            return description;
        }
        String axes = (y.title().isEmpty() ? "" : y.title()) + (x.title().isEmpty() ? "" : " against " + x.title());
        return (title + (note.isEmpty() ? "" : ", " + note) + (axes.isEmpty() ? "" : ": " + axes.strip())).strip();
    }
}
