package org.tailwright.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.tailwright.charts.Fonts;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scene;
import org.tailwright.charts.Svg;
import org.tailwright.charts.Weight;

/// A report as PDF: A4 pages with numbers, contents and bookmarks. The text is laid out as a page of HTML, in which charts leave room; their
/// marks are then drawn as vectors. Neither a system font nor a display is needed.
public final class PdfWriter implements ReportWriter {
    /// Points of a pixel of a chart: two charts and the gap between them fill the 182 mm of a page.
    private static final double POINTS = 0.8;
    private static final double WIDE = 644;
    private static final double HALF = 318;
    private static final double TALL = 250;
    private static final double GAP = 5;
    private static final String PLACE = "drawn-";

    /// The libraries warn about fonts that no report uses. Held here, because loggers that nobody holds forget their level.
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    @Override
    public String format() {
        return "PDF";
    }

    @Override
    public List<String> endings() {
        return List.of("pdf");
    }

    @Override
    public byte[] write(Report report) {
        XRLog.setLoggingEnabled(false);
        QUIET.forEach(each -> each.setLevel(Level.SEVERE));
        List<Scene> scenes = new ArrayList<>();
        String page = page(report, scenes);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> new ByteArrayInputStream(Fonts.file(Weight.REGULAR)), Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Fonts.file(Weight.SEMIBOLD)), Fonts.FAMILY, 600, FontStyle.NORMAL, true);
        builder.useReplacementText("?");
        builder.useUriResolver((_, _) -> null);
        builder.withProducer("Tailwright");
        builder.withHtmlContent(page, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument document = renderer.createPDFKeepOpen()) {
            draw(renderer.findPagePositionsByID(Pattern.compile(PLACE + "\\d+")), document, scenes);
            if (report.recipe().isPresent()) {
                Recipes.attach(document, report.recipe().get());
            }
            return bytes(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(List<PagePosition<Box>> places, PDDocument document, List<Scene> scenes) throws IOException {
        PdfCharts charts = new PdfCharts(document, Palette.LIGHT);
        for (PagePosition<Box> each : places) {
            Scene scene = scenes.get(Integer.parseInt(each.getId().substring(PLACE.length())) - 1);
            charts.draw(document.getPage(each.getPageNo()), scene, each.getX(), each.getY() + each.getHeight(), POINTS);
        }
    }

    /// Nothing in the file depends on when or where it was made.
    private static byte[] bytes(PDDocument document, String page) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(page.getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(sum.getValue());
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        document.save(out);
        return out.toByteArray();
    }

    private static String page(Report report, List<Scene> scenes) {
        StringBuilder out = new StringBuilder(1 << 17);
        head(out, report);
        out.append("<h1>").append(HtmlBlocks.inline(report.title())).append("</h1>\n");
        out.append("<p class=\"subject\">").append(HtmlBlocks.inline(report.subject())).append("</p>\n");
        Origins origins = Origins.of(report);
        if (!report.verdicts().isEmpty()) {
            HtmlWriter.verdicts(out, report, origins);
        }
        contents(out, report);
        HtmlBlocks blocks = new HtmlBlocks(out, new HtmlBlocks.Sheet(WIDE, HALF, TALL, (to, scene, number) -> place(to, scene, number, scenes)), origins);
        for (int i = 0; i < report.sections().size(); i++) {
            Report.Section section = report.sections().get(i);
            out.append("<h2 id=\"").append(HtmlWriter.anchor(section.id())).append("\"><span class=\"number\">").append(i + 1).append("</span>");
            out.append(HtmlBlocks.inline(section.title())).append("</h2>\n");
            blocks.write(section.blocks());
        }
        appendix(out, blocks, origins);
        out.append("<footer>Made with Tailwright. The HTML form of this report shows what stands behind a number when it is pointed at.</footer>\n");
        return printable(Phrase.straight(out.append("</body>\n</html>\n").toString()));
    }

    private static void appendix(StringBuilder out, HtmlBlocks blocks, Origins origins) {
        Report.Section appendix = origins.appendix();
        if (!appendix.blocks().isEmpty()) {
            out.append("<div class=\"appendix\"><h2 id=\"").append(appendix.id()).append("\">").append(HtmlBlocks.inline(appendix.title())).append("</h2>\n");
            blocks.write(appendix.blocks());
            out.append("</div>\n");
        }
    }

    private static void head(StringBuilder out, Report report) {
        String title = Svg.escape(Phrase.plain(report.title()));
        Palette colours = Palette.LIGHT;
        String style = Pages.text("print.css").replace("$title", Phrase.plain(report.title()).replaceAll("[^\\p{L}\\p{N} .,:_()/-]", " ")).replace("$text", colours.hex(Role.TEXT))
                .replace("$muted", colours.hex(Role.MUTED)).replace("$grid", colours.hex(Role.GRID)).replace("$line", colours.hex(Role.LINE))
                .replace("$accent", colours.hex(Role.ACCENT)).replace("$good", colours.hex(Role.GOOD)).replace("$watch", colours.hex(Role.WATCH))
                .replace("$badge", colours.hex(Role.ON_BADGE)).replace("$bad", colours.hex(Role.BAD));
        out.append("<html lang=\"en\">\n<head>\n<title>").append(title).append("</title>\n<style>\n").append(style).append("</style>\n<bookmarks>\n");
        for (Report.Section each : report.sections()) {
            out.append("<bookmark name=\"").append(Svg.escape(Phrase.plain(each.title()))).append("\" href=\"#").append(HtmlWriter.anchor(each.id()))
                    .append("\"/>\n");
        }
        out.append("<bookmark name=\"Where the numbers come from\" href=\"#").append(Origins.ID).append("\"/>\n");
        out.append("</bookmarks>\n</head>\n<body>\n");
    }

    private static void contents(StringBuilder out, Report report) {
        out.append("<div class=\"contents\">\n");
        for (int i = 0; i < report.sections().size(); i++) {
            Report.Section each = report.sections().get(i);
            out.append("<div><a href=\"#").append(HtmlWriter.anchor(each.id())).append("\">").append(i + 1).append("  ").append(HtmlBlocks.inline(each.title()))
                    .append("</a></div>\n");
        }
        out.append("<div><a href=\"#").append(Origins.ID).append("\">Where the numbers come from</a></div>\n</div>\n");
    }

    /// Leaves room for a chart.
    private static void place(StringBuilder out, Scene scene, int number, List<Scene> scenes) {
        scenes.add(scene);
        boolean half = scene.width() < WIDE;
        out.append("<div id=\"").append(PLACE).append(number).append("\" style=\"width:").append(points(scene.width())).append("pt;height:")
                .append(points(scene.height())).append("pt;margin-right:").append(half && number % 2 == 1 ? points(GAP) : "0").append("pt\"></div>");
    }

    private static String points(double pixels) {
        return String.format(java.util.Locale.ROOT, "%.2f", pixels * POINTS);
    }

    /// XML allows no control characters.
    private static String printable(String text) {
        return text.codePoints().filter(c -> c == '\n' || c == '\t' || c >= ' ' && c != 0x7f && !(c >= 0xd800 && c <= 0xdfff) && c != 0xfffe && c != 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
