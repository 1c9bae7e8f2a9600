package org.tailwright.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Scene;
import org.tailwright.charts.Svg;
import org.tailwright.charts.TextMeasure;

/// Writes blocks as HTML. One for each page, because ids inside charts count through the page.
final class HtmlBlocks {
    /// Rows beyond are folded until asked for.
    private static final int SHOWN_ROWS = 25;
    /// Tables up to this length are not parted by pages.
    private static final int WHOLE_ROWS = 12;
    /// Tables with more columns are set narrower.
    private static final int MANY = 9;
    /// So few rows more are not worth folding.
    private static final int FEW_ROWS = 6;
    /// Texts up to this length are not broken into lines.
    private static final int BRIEF = 12;

    /// Where charts stand.
    ///
    /// @param wide width of a chart by itself, pixels
    /// @param half width of one of two side by side
    /// @param tall height
    /// @param drawer puts a laid-out chart into the page
    record Sheet(double wide, double half, double tall, Drawer drawer) {}

    /// Puts a chart into a page.
    @FunctionalInterface
    interface Drawer {
        /// @param number counts the charts of the page from 1
        void draw(StringBuilder out, Scene scene, int number);
    }

    private final StringBuilder out;
    private final Sheet sheet;
    private final Origins origins;
    private int charts;

    /// @param origins what stands behind the numbers, which the page refers to by number
    HtmlBlocks(StringBuilder out, Sheet sheet, Origins origins) {
        this.out = out;
        this.sheet = sheet;
        this.origins = origins;
    }

    /// The attribute by which a script finds what stands behind a number.
    static String why(Origins origins, Provenance provenance) {
        return " data-w=\"" + origins.number(provenance) + "\"";
    }

    /// Text with its bold parts, everything else escaped.
    static String inline(String text) {
        return Phrase.of(text).stream().map(each -> each.bold() ? "<strong>" + Svg.escape(each.text()) + "</strong>" : Svg.escape(each.text()))
                .collect(Collectors.joining());
    }

    /// Writes blocks; charts that follow each other stand in pairs.
    void write(List<Block> blocks) {
        List<Block.Picture> pictures = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Picture picture) {
                pictures.add(picture);
            } else {
                pictures(pictures);
                one(block);
            }
        }
        pictures(pictures);
    }

    private void one(Block block) {
        switch (block) {
            case Block.Heading it -> out.append("<h3>").append(inline(it.text())).append("</h3>\n");
            case Block.Text it -> out.append("<p>").append(inline(it.text())).append("</p>\n");
            case Block.Facts it -> facts(it.facts());
            case Block.Table it -> table(it);
            case Block.Picture it -> pictures(new ArrayList<>(List.of(it)));
            case Block.Finding it -> {
                String tone = Tones.css(it.tone());
                out.append("<div class=\"finding ").append(tone).append("\"><p><span class=\"sign ").append(tone).append("\" role=\"img\" aria-label=\"")
                        .append(Tones.words(it.tone())).append("\">").append(Tones.mark(it.tone())).append("</span><strong>")
                        .append(Svg.escape(Phrase.plain(it.title()))).append("</strong></p><p>").append(inline(it.text())).append("</p></div>\n");
            }
        }
    }

    private void facts(List<Block.Fact> facts) {
        out.append("<div class=\"facts\">\n");
        for (Block.Fact each : facts) {
            Figure figure = each.figure();
            out.append(each.supported() ? "<div class=\"fact\">" : "<div class=\"fact unsupported\">");
            out.append("<div class=\"label\">").append(inline(each.label())).append("</div><div class=\"value why\"").append(why(origins, figure.provenance()));
            out.append('>').append(inline(figure.text())).append("</div>");
            if (!figure.interval().isEmpty()) {
                out.append("<div class=\"interval\">").append(inline(figure.interval())).append("</div>");
            }
            if (!each.note().isEmpty()) {
                out.append("<div class=\"note\">").append(inline(each.note())).append("</div>");
            }
            out.append("</div>\n");
        }
        out.append("</div>\n");
    }

    private void table(Block.Table table) {
        out.append(table.rows().size() <= WHOLE_ROWS ? "<div class=\"scroll few\">" : "<div class=\"scroll\">").append(table.columns().size() > MANY ? "<table class=\"sortable many\" id=\"table-" : "<table class=\"sortable\" id=\"table-").append(Svg.escape(table.id().replace(' ', '-'))).append("\">\n");
        if (!table.title().isEmpty()) {
            out.append("<caption>").append(inline(table.title())).append("</caption>\n");
        }
        out.append("<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            Block.Column each = table.columns().get(i);
            out.append(each.number() ? "<th scope=\"col\" class=\"n\"" + why(origins, table.behind(i)) + ">" : table.id().equals(Origins.ID) ? "<th scope=\"col\" class=\"o" + (i + 1) + "\">" : "<th scope=\"col\">").append(inline(each.title())).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        int shown = table.rows().size() <= SHOWN_ROWS + FEW_ROWS ? table.rows().size() : SHOWN_ROWS;
        for (int i = 0; i < table.rows().size(); i++) {
            out.append(i < shown ? "<tr>" : "<tr class=\"extra\">");
            row(table, table.rows().get(i));
            out.append("</tr>\n");
        }
        if (table.rows().isEmpty()) {
            out.append("<tr><td class=\"muted\" colspan=\"").append(table.columns().size()).append("\">none</td></tr>\n");
        }
        out.append("</tbody></table></div>\n");
    }

    private void row(Block.Table table, List<Block.Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Block.Cell cell = cells.get(i);
            String tone = cell.tone() == Block.Tone.PLAIN ? "" : Tones.css(cell.tone());
            boolean brief = !table.columns().get(i).number() && cell.text().length() <= BRIEF;
            String classes = (table.columns().get(i).number() ? "n " + tone : brief ? "brief " + tone : tone).strip();
            out.append(classes.isEmpty() ? "<td" : "<td class=\"" + classes + "\"");
            if (!Double.isNaN(cell.value())) {
                out.append(" data-v=\"").append(cell.value()).append('"');
            }
            out.append('>').append(Svg.escape(Phrase.oneLine(cell.text()))).append("</td>");
        }
    }

    /// Writes and empties the list.
    private void pictures(List<Block.Picture> pictures) {
        for (int i = 0; i < pictures.size(); i += 2) {
            boolean pair = i + 1 < pictures.size();
            out.append("<div class=\"figures\">\n");
            picture(pictures.get(i), pair ? sheet.half() : sheet.wide());
            if (pair) {
                picture(pictures.get(i + 1), sheet.half());
            }
            out.append("</div>\n");
        }
        pictures.clear();
    }

    private void picture(Block.Picture picture, double width) {
        Scene scene = Layout.lay(picture.chart().described(picture.alternative()), width, sheet.tall(), TextMeasure.bundled());
        out.append("<figure id=\"chart-").append(Svg.escape(picture.id().replace(' ', '-'))).append(width >= sheet.wide() ? "\" class=\"wide\">\n" : "\">\n");
        sheet.drawer().draw(out, scene, ++charts);
        out.append("</figure>\n");
    }
}
