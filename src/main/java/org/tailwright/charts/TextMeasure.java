package org.tailwright.charts;

/// How wide a text is. A layout asks this instead of a toolkit, so that window, HTML and PDF agree.
public interface TextMeasure {
    /// Width in pixels of one line of text.
    double width(String text, double size, Weight weight);

    /// Width in pixels of one line of text in a style.
    default double width(String text, TextStyle style) {
        return width(text, style.size(), style.weight());
    }

    /// Height of a digit or capital above the baseline, in pixels.
    default double capHeight(double size) {
        return 0.727 * size;
    }

    /// The text itself when it is at most `room` pixels wide, else its beginning with "…"; empty when not even that fits.
    default String fit(String text, double room, TextStyle style) {
        if (width(text, style) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle).stripTrailing() + "…", style) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
    }

    /// The widths of the font that this program carries ("Tailwright Sans", digits of equal width, no kerning).
    static TextMeasure bundled() {
        return Advances.BUNDLED;
    }
}
