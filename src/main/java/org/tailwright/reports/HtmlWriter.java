package org.tailwright.reports;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.tailwright.charts.Fonts;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Role;
import org.tailwright.charts.Svg;
import org.tailwright.charts.Weight;

/// A report as one HTML file that needs nothing else: style, font, charts and scripts are inside, nothing is loaded from anywhere.
/// Follows the reader's light or dark theme, has a switch, and prints.
public final class HtmlWriter implements ReportWriter {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:";

    private static final HtmlBlocks.Sheet SHEET =
            new HtmlBlocks.Sheet(864, 424, 320, (out, scene, number) -> out.append(Svg.classes(scene, "c" + number)));

    @Override
    public String format() {
        return "HTML (one file)";
    }

    @Override
    public List<String> endings() {
        return List.of("html", "htm");
    }

    @Override
    public byte[] write(Report report) {
        StringBuilder out = new StringBuilder(1 << 18);
        head(out, report);
        out.append("<main>\n<div class=\"head\"><div>\n<h1>").append(HtmlBlocks.inline(report.title())).append("</h1>\n");
        out.append("<p class=\"subject\">").append(HtmlBlocks.inline(report.subject())).append("</p>\n</div>");
        out.append("<button type=\"button\" class=\"theme\" hidden>Dark</button></div>\n");
        contents(out, report);
        Origins origins = Origins.of(report);
        if (!report.verdicts().isEmpty()) {
            verdicts(out, report, origins);
        }
        HtmlBlocks blocks = new HtmlBlocks(out, SHEET, origins);
        for (int i = 0; i < report.sections().size(); i++) {
            Report.Section section = report.sections().get(i);
            out.append("<section id=\"").append(anchor(section.id())).append("\">\n<h2><span class=\"number\">").append(i + 1).append("</span>");
            out.append(HtmlBlocks.inline(section.title())).append("</h2>\n");
            blocks.write(section.blocks());
            out.append("</section>\n");
        }
        appendix(out, blocks, origins);
        out.append("<footer>Made with Tailwright. Every number shows its definition, its sample size and its source when pointed at, and all of them stand in the appendix.</footer>\n</main>\n");
        report.recipe().ifPresent(each -> out.append(Recipes.html(each)));
        out.append("<script>\n").append(Pages.text("page.js")).append(Svg.hoverScript()).append("</script>\n</body>\n</html>\n");
        return Phrase.straight(out.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static void head(StringBuilder out, Report report) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY).append("\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<title>").append(Svg.escape(Phrase.plain(report.title()))).append("</title>\n<style>\n");
        font(out, Weight.REGULAR, 400);
        font(out, Weight.SEMIBOLD, 600);
        out.append(":root{").append(variables(Palette.LIGHT)).append("}\n");
        out.append("@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){").append(variables(Palette.DARK)).append("}}\n");
        out.append("@media screen{:root[data-theme=dark]{").append(variables(Palette.DARK)).append("}}\n");
        out.append(Pages.text("page.css")).append(Palette.css()).append("</style>\n</head>\n<body>\n");
    }

    private static void font(StringBuilder out, Weight weight, int number) {
        out.append("@font-face{font-family:\"").append(Fonts.FAMILY).append("\";font-weight:").append(number);
        out.append(";src:url(data:font/ttf;base64,").append(Base64.getEncoder().encodeToString(Fonts.file(weight))).append(")}\n");
    }

    private static String variables(Palette palette) {
        return "color-scheme:" + (palette == Palette.DARK ? "dark" : "light")
                + ";--text:" + palette.hex(Role.TEXT) + ";--muted:" + palette.hex(Role.MUTED) + ";--grid:" + palette.hex(Role.GRID)
                + ";--line:" + palette.hex(Role.LINE) + ";--surface:" + palette.hex(Role.SURFACE) + ";--pane:" + palette.hex(Role.PANE)
                + ";--accent:" + palette.hex(Role.ACCENT) + ";--good:" + palette.hex(Role.GOOD) + ";--watch:" + palette.hex(Role.WATCH)
                + ";--bad:" + palette.hex(Role.BAD) + ";--badge:" + palette.hex(Role.ON_BADGE);
    }

    private static void appendix(StringBuilder out, HtmlBlocks blocks, Origins origins) {
        Report.Section appendix = origins.appendix();
        if (!appendix.blocks().isEmpty()) {
            out.append("<section id=\"").append(appendix.id()).append("\" class=\"appendix\">\n<h2>").append(HtmlBlocks.inline(appendix.title())).append("</h2>\n");
            blocks.write(appendix.blocks());
            out.append("</section>\n");
        }
    }

    private static void contents(StringBuilder out, Report report) {
        if (report.sections().size() < 3) {
            return;
        }
        out.append("<nav class=\"contents\" aria-label=\"Contents\">\n");
        for (Report.Section each : report.sections()) {
            out.append("<a href=\"#").append(anchor(each.id())).append("\">").append(HtmlBlocks.inline(each.title())).append("</a>\n");
        }
        out.append("</nav>\n");
    }

    static void verdicts(StringBuilder out, Report report, Origins origins) {
        out.append("<section id=\"verdicts\">\n<h2>Verdicts</h2>\n<div class=\"scroll\"><table class=\"verdicts sortable\">\n<thead><tr><th scope=\"col\">verdict</th>");
        out.append("<th scope=\"col\" class=\"n\">measured</th><th scope=\"col\" class=\"n\">objective</th>");
        out.append("<th scope=\"col\" class=\"n interval\">95 % interval</th><th scope=\"col\" class=\"n\">evidence</th></tr></thead>\n<tbody>\n");
        for (Verdict each : report.verdicts()) {
            out.append("<tr><td data-v=\"").append(each.level().ordinal()).append("\"><span class=\"").append(Tones.css(Tones.of(each.level()))).append(" badge\">").append(each.level().words());
            out.append("</span>").append(HtmlBlocks.inline(each.what())).append("</td><td class=\"n measured why\"").append(HtmlBlocks.why(origins, each.measured().provenance()));
            out.append(Double.isNaN(each.measured().value()) ? ">" : " data-v=\"" + each.measured().value() + "\">").append(HtmlBlocks.inline(each.measured().text()));
            out.append("</td><td class=\"n\">").append(HtmlBlocks.inline(each.objective())).append("</td><td class=\"n interval\">");
            out.append(HtmlBlocks.inline(each.interval())).append("</td><td class=\"n\">").append(evidence(report, each.evidence()));
            out.append("</td></tr>\n");
        }
        out.append("</tbody></table></div>\n</section>\n");
    }

    private static String evidence(Report report, String id) {
        for (int i = 0; i < report.sections().size(); i++) {
            if (report.sections().get(i).id().equals(id)) {
                return "<a href=\"#" + anchor(id) + "\">§" + (i + 1) + "</a>";
            }
        }
        return "";
    }

    static String anchor(String id) {
        return Svg.escape(id.replace(' ', '-'));
    }
}
