package org.tailwright.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Pen;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scene;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.TextStyle;
import org.tailwright.data.Stacks;

/// Draws a flame graph, outermost frames at the top (icicle), in async-profiler's colours of frame types. The same picture in window and
/// report.
public final class FlamePicture {
    /// Height of a level in pixels.
    public static final double ROW = 18;
    private static final TextStyle TEXT = TextStyle.of(Layout.SMALL, Role.FRAME_TEXT);

    private FlamePicture() {}

    /// The deepest level that is drawn.
    public static int levels(FlameLayout layout, int most) {
        return Math.min(most, layout.depth());
    }

    /// The picture.
    ///
    /// @param levels how many levels
    /// @param search frames whose text contains it are marked; empty marks none
    public static Scene of(FlameLayout layout, CallTree tree, int levels, String search, double width, TextMeasure measure) {
        List<Mark> marks = new ArrayList<>();
        String wanted = search.toLowerCase(Locale.ROOT);
        for (FlameLayout.Box box : layout.boxes()) {
            if (box.place().level() < levels) {
                boolean found = !wanted.isEmpty() && box.text().toLowerCase(Locale.ROOT).contains(wanted);
                marks.add(mark(box, tree, layout.root(), found, width, measure));
            }
        }
        String words = layout.boxes().size() + " frames, " + SampleKinds.words(tree.total(CallTree.ROOT), tree.unit());
        return Scene.of(width, Math.max(1, levels * ROW), marks, "Flame graph", words);
    }

    private static Mark mark(FlameLayout.Box box, CallTree tree, int root, boolean found, double width, TextMeasure measure) {
        double x = box.place().x() * width;
        double wide = Math.max(0.5, box.place().width() * width - 1);
        double y = box.place().level() * ROW;
        List<Mark> marks = new ArrayList<>();
        Role fill = box.node() == CallTree.ROOT ? Role.GRID : role(box.kind());
        marks.add(new Mark.Rect(new Rectangle(x, y, wide, ROW - 1), wide > 6 ? 2 : 0, fill, found ? Pen.solid(Role.SELECTION_LINE, 2) : null));
        if (wide > 24) {
            TextStyle style = box.node() == CallTree.ROOT ? TextStyle.of(Layout.SMALL, Role.TEXT) : TEXT;
            marks.add(Mark.Text.of(x + 4, y + (ROW - 1 + measure.capHeight(TEXT.size())) / 2, measure.fit(shortest(box.text(), wide, measure), wide - 8, style), style));
        }
        return new Mark.Titled(title(box, tree, root), marks);
    }

    /// The whole text when it fits, else without its package.
    private static String shortest(String text, double room, TextMeasure measure) {
        if (measure.width(text, TEXT) <= room - 8) {
            return text;
        }
        int bracket = text.indexOf('(');
        int method = text.lastIndexOf('.', bracket < 0 ? text.length() : bracket);
        int type = method < 0 ? -1 : text.lastIndexOf('.', method - 1);
        return type < 0 ? text : text.substring(type + 1);
    }

    private static String title(FlameLayout.Box box, CallTree tree, int root) {
        double all = tree.total(CallTree.ROOT);
        String share = Numbers.percent(box.total() / all) + " of all";
        String zoomed = root == CallTree.ROOT ? "" : ", " + Numbers.percent(Math.min(1, box.total() / tree.total(root))) + " of the zoomed";
        return box.text() + "\ntotal " + SampleKinds.words(box.total(), tree.unit()) + " · self " + SampleKinds.words(box.self(), tree.unit()) + "\n" + share + zoomed;
    }

    /// The colour of a frame type.
    public static Role role(Stacks.Frame kind) {
        return switch (kind) {
            case JAVA, COMPILED, SCRIPT -> Role.FRAME_JAVA;
            case INTERPRETED -> Role.FRAME_INTERPRETED;
            case INLINED -> Role.FRAME_INLINED;
            case NATIVE -> Role.FRAME_NATIVE;
            case CPP -> Role.FRAME_CPP;
            case KERNEL -> Role.FRAME_KERNEL;
        };
    }
}
