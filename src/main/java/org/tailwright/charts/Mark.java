package org.tailwright.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to paint, in pixels, `y` downwards. Painters draw marks in order, later ones on top.
///
/// Marks are public and general: flame graphs, waterfalls and service maps are made of them directly. Arrays are not copied;
/// nobody may change them after a mark was made.
public sealed interface Mark {
    /// A line through points; NaN in either coordinate makes a gap.
    ///
    /// @param name what the line is, for value readouts; empty when it is only decoration
    record Polyline(double[] xs, double[] ys, Pen pen, String name) implements Mark {
        public Polyline {
            sameLength(xs, ys);
        }

        /// A straight line without a name.
        public static Polyline segment(double x1, double y1, double x2, double y2, Pen pen) {
            return new Polyline(new double[] {x1, x2}, new double[] {y1, y2}, pen, "");
        }
    }

    /// A closed area.
    record Polygon(double[] xs, double[] ys, @Nullable Role fill, @Nullable Pen outline) implements Mark {
        public Polygon {
            sameLength(xs, ys);
        }

        /// True when the point lies inside, by the even-odd rule.
        public boolean contains(double px, double py) {
            boolean inside = false;
            for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
                if (ys[i] > py != ys[j] > py && px < (xs[j] - xs[i]) * (py - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                    inside = !inside;
                }
            }
            return inside;
        }
    }

    /// One rectangle, its corners rounded by `radius` pixels.
    record Rect(Rectangle area, double radius, @Nullable Role fill, @Nullable Pen outline) implements Mark {
        /// A filled rectangle with sharp corners.
        public static Rect filled(Rectangle area, Role fill) {
            return new Rect(area, 0, fill, null);
        }
    }

    /// Many rectangles of one fill.
    record Rects(double[] xs, double[] ys, double[] widths, double[] heights, Role fill) implements Mark {
        public Rects {
            sameLength(xs, ys);
            sameLength(widths, heights);
            sameLength(xs, widths);
        }
    }

    /// A dense grid: a whole heat map in one mark. Cell (column c, row r) spans `xEdges[c]..xEdges[c + 1]` and
    /// `yEdges[r]..yEdges[r + 1]` and takes the role [Role#heat(int)] of `steps[c * rows + r]`; −1 leaves it blank.
    ///
    /// @param meanings for each of the twelve steps what it stands for, e.g. "12–40"; empty when not known
    record Cells(double[] xEdges, double[] yEdges, byte[] steps, List<String> meanings) implements Mark {
        public Cells {
            if ((xEdges.length - 1) * (yEdges.length - 1) != steps.length) {
                throw new IllegalArgumentException("A grid of " + (xEdges.length - 1) + " × " + (yEdges.length - 1) + " cells got "
                        + steps.length + " steps");
            }
            meanings = List.copyOf(meanings);
        }

        /// Number of columns.
        public int columns() {
            return xEdges.length - 1;
        }

        /// Number of rows.
        public int rows() {
            return yEdges.length - 1;
        }

        /// Step of a cell, −1 when blank.
        public int step(int column, int row) {
            return steps[column * rows() + row];
        }
    }

    /// One circle.
    record Circle(double x, double y, double radius, @Nullable Role fill, @Nullable Pen outline) implements Mark {}

    /// Many small filled circles of one size.
    record Dots(double[] xs, double[] ys, double radius, Role fill) implements Mark {
        public Dots {
            sameLength(xs, ys);
        }
    }

    /// One line of text; `y` is its baseline. Its colour is [Palette#text(Role)] of the style's role.
    ///
    /// @param rotation degrees clockwise around (x, y)
    record Text(double x, double y, String text, TextStyle style, double rotation) implements Mark {
        /// Text that is not rotated.
        public static Text of(double x, double y, String text, TextStyle style) {
            return new Text(x, y, text, style, 0);
        }
    }

    /// Marks of which only the part inside `area` shows.
    record Clip(Rectangle area, List<Mark> marks) implements Mark {
        public Clip {
            marks = List.copyOf(marks);
        }
    }

    /// Marks that belong together and say `title` when pointed at (a frame, a span).
    record Titled(String title, List<Mark> marks) implements Mark {
        public Titled {
            marks = List.copyOf(marks);
        }
    }

    private static void sameLength(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("A mark needs arrays of one length, not " + one.length + " and " + other.length);
        }
    }
}
