package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands above the plot: title at the left and note at the right on one line; below it the title of the y axis and the legend.
final class Header {
    private static final double LINE = 28;
    private static final double ROW = 17;
    private static final double GAP = 14;
    /// Between title and note: a window may put the arrow of a menu behind the title.
    private static final double APART = 28;
    private static final double SWATCH = 9;
    private static final double HEAT_STRIP = 96;
    private static final TextStyle TITLE = TextStyle.of(Layout.TITLE, Role.TEXT).bold();
    private static final TextStyle NOTE = TextStyle.of(12, Role.MUTED).at(Anchor.END);
    private static final TextStyle SMALL = TextStyle.of(Layout.SMALL, Role.MUTED);

    private final Chart chart;
    private final double width;
    private final TextMeasure measure;
    private final List<List<Entry>> rows;

    /// One legend entry and the width that it takes.
    private record Entry(Layer layer, String label, double width) {}

    Header(Chart chart, double width, TextMeasure measure) {
        this.chart = chart;
        this.width = width;
        this.measure = measure;
        this.rows = rows();
    }

    double height() {
        boolean second = !rows.isEmpty() || !chart.y().title().isEmpty();
        return (hasLine() ? LINE : 0) + (second ? Math.max(1, rows.size()) * ROW : 0);
    }

    private boolean hasLine() {
        return !chart.title().isEmpty() || !chart.note().isEmpty();
    }

    private List<List<Entry>> rows() {
        List<List<Entry>> made = new ArrayList<>();
        double room = width - measure.width(chart.y().title(), SMALL) - 64;
        double left = 0;
        for (Layer layer : chart.layers()) {
            Entry entry = entry(layer);
            if (entry == null) {
                continue;
            }
            if (made.isEmpty() || entry.width > left) {
                left = made.isEmpty() && entry.width <= room ? room : width;
                made.add(new ArrayList<>());
            }
            made.getLast().add(entry);
            left -= entry.width + GAP;
        }
        return made;
    }

    private @Nullable Entry entry(Layer layer) {
        String label = switch (layer) {
            case Layer.Band band -> Layout.finite(band.lows()) ? band.label() : "";
            case Layer.Points points -> Layout.finite(points.ys()) ? points.label() : "";
            case Layer.Bars bars -> bars.label();
            case Layer.Events events -> events.label();
            case Layer.Heat heat -> heat.what();
            case Layer.Line _, Layer.RuleX _, Layer.RuleY _, Layer.SpanX _, Layer.Box _, Layer.Callout _, Layer.Drop _ -> "";
        };
        if (layer instanceof Layer.Heat heat) {
            long most = heat.grid().most();
            label = most == 0 ? "" : most == 1 && label.equals("requests") ? "1 request" : Numbers.count(most) + " " + label;
            double strip = most == 0 ? 0 : HEAT_STRIP + measure.width("1", SMALL) + 12;
            String fitting = measure.fit(label.strip(), width - strip, SMALL);
            return fitting.isEmpty() ? null : new Entry(layer, fitting, strip + measure.width(fitting, SMALL));
        }
        if (label.isEmpty()) {
            return null;
        }
        String fitting = measure.fit(label, width - SWATCH - 6, SMALL);
        return new Entry(layer, fitting, SWATCH + 5 + measure.width(fitting, SMALL));
    }

    void addTo(List<Mark> marks, Rectangle plot) {
        double y = 0;
        if (hasLine()) {
            addLine(marks);
            y = LINE;
        }
        if (!chart.y().title().isEmpty()) {
            String title = measure.fit(chart.y().title(), width - plot.x(), SMALL);
            marks.add(Mark.Text.of(plot.x(), y + 11, title, SMALL));
        }
        double clear = chart.y().title().isEmpty() ? 0 : plot.x() + measure.width(chart.y().title(), SMALL) + GAP / 2;
        for (List<Entry> row : rows) {
            double total = row.stream().mapToDouble(entry -> entry.width + GAP).sum() - GAP;
            double x = Math.max(0, Math.min(width, Math.max(plot.right(), total)) - total);
            x = Math.max(x, Math.min(clear, width - total)); // beside the title of the axis, rather than over it
            clear = 0;
            for (Entry entry : row) {
                addEntry(marks, entry, x, y + 11);
                x += entry.width + GAP;
            }
            y += ROW;
        }
    }

    private void addLine(List<Mark> marks) {
        double room = width * (chart.note().isEmpty() ? 1 : 0.7);
        String title = measure.fit(chart.title(), room, TITLE);
        double left = width - measure.width(title, TITLE) - (title.isEmpty() ? 0 : APART);
        String note = measure.fit(fitting(chart.note(), left), Math.max(0, left), NOTE);
        marks.add(Mark.Text.of(0, 15, title, TITLE));
        if (!note.isEmpty()) {
            marks.add(Mark.Text.of(width, 15, note, NOTE));
        }
    }

    /// A note of several parts loses its first ones before any is cut.
    private String fitting(String note, double room) {
        String rest = note;
        for (int at = rest.indexOf(" · "); at >= 0 && measure.width(rest, NOTE) > room; at = rest.indexOf(" · ")) {
            rest = rest.substring(at + 3);
        }
        return rest;
    }

    private void addEntry(List<Mark> marks, Entry entry, double x, double baseline) {
        double textX = x + SWATCH + 5;
        double middle = baseline - measure.capHeight(Layout.SMALL) / 2;
        Rectangle swatch = new Rectangle(x, middle - SWATCH / 2, SWATCH, SWATCH);
        switch (entry.layer) {
            case Layer.Band band -> marks.add(Mark.Rect.filled(swatch, band.role().band()));
            case Layer.Bars bars -> marks.add(Mark.Rect.filled(swatch, bars.role()));
            case Layer.Events events -> marks.add(Mark.Rect.filled(new Rectangle(x, middle - 2, SWATCH, 4), events.role()));
            case Layer.Points points -> marks.add(LayerMarks.point(x + SWATCH / 2, middle, points));
            case Layer.Heat heat -> {
                double strip = x + measure.width("1", SMALL) + 6;
                marks.add(Mark.Text.of(x, baseline, "1", SMALL));
                marks.add(strip(strip, middle, heat));
                textX = strip + HEAT_STRIP + 6;
            }
            case Layer.Line _, Layer.RuleX _, Layer.RuleY _, Layer.SpanX _, Layer.Box _, Layer.Callout _, Layer.Drop _ ->
                throw new IllegalStateException("This layer has no legend entry");
        }
        marks.add(Mark.Text.of(textX, baseline, entry.label, SMALL));
    }

    private static Mark strip(double x, double middle, Layer.Heat heat) {
        double[] xs = new double[Role.HEAT_STEPS + 1];
        byte[] steps = new byte[Role.HEAT_STEPS];
        for (int i = 0; i <= Role.HEAT_STEPS; i++) {
            xs[i] = x + HEAT_STRIP * i / Role.HEAT_STEPS;
            if (i < Role.HEAT_STEPS) {
                steps[i] = (byte) i;
            }
        }
        return new Mark.Cells(xs, new double[] {middle - SWATCH / 2, middle + SWATCH / 2}, steps, LayerMarks.meanings(heat));
    }
}
