package org.tailwright.charts;

import java.util.List;
import java.util.Locale;

/// Writes a scene as SVG text: the same bytes for the same scene. Numbers have at most two decimals, all text is escaped.
public final class Svg {
    private static final String FONT = "'Tailwright Sans',Inter,system-ui,sans-serif";

    private Svg() {}

    /// A picture in the colours of one theme, without style sheet, variables or classes: for PDF and foreign pages.
    ///
    /// @param id prefix of ids inside, unique in the page, letters, digits and "-"
    public static String plain(Scene scene, Palette palette, String id) {
        return new SvgWriter(new SvgPaint.Literal(palette, id), FONT).write(scene, 0, "");
    }

    /// Pixels around a picture that stands alone.
    public static final double MARGIN = 16;

    /// A stand-alone picture with an opaque background and a margin, for picture viewers.
    public static String file(Scene scene, Palette palette) {
        String paper = String.format(Locale.ROOT, "<rect x=\"%1$s\" y=\"%1$s\" width=\"%2$s\" height=\"%3$s\" fill=\"%4$s\"/>", SvgWriter.number(-MARGIN),
                SvgWriter.number(scene.width() + 2 * MARGIN), SvgWriter.number(scene.height() + 2 * MARGIN), palette.hex(Role.SURFACE));
        return new SvgWriter(new SvgPaint.Literal(palette, "c"), FONT).write(scene, MARGIN, paper);
    }

    /// A picture for an HTML page that holds [Palette#css()]: classes instead of colours, so that one page serves both themes, and
    /// `data-` attributes that `hover.js` reads.
    ///
    /// @param id prefix of ids inside, unique in the page, letters, digits and "-"
    public static String classes(Scene scene, String id) {
        return new SvgWriter(new SvgPaint.Classes(id), FONT).write(scene, 0, "");
    }

    /// The script for value readouts in HTML pages; to be put into a `script` element once a page.
    public static String hoverScript() {
        return Resources.text("hover.js");
    }

    /// Escapes text for XML and leaves out characters that XML 1.0 does not allow.
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> {
                    if (c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /// The `data-` attributes with which a script finds values: kind, range and quantity of both axes and the plot in pixels.
    static String axes(Plot plot) {
        List<String> parts = List.of(axis("x", plot.x()), axis("y", plot.y()));
        Rectangle area = plot.area();
        return String.join("", parts) + " data-plot=\"" + SvgWriter.number(area.x()) + " " + SvgWriter.number(area.y()) + " "
                + SvgWriter.number(area.width()) + " " + SvgWriter.number(area.height()) + "\"";
    }

    private static String axis(String name, Axis axis) {
        String range = switch (axis.scale()) {
            case Scale.Linear s -> "linear " + s.low() + " " + s.high();
            case Scale.Log s -> "log " + s.low() + " " + s.high();
            case Scale.Nines s -> "nines " + s.low() + " " + s.high();
            case Scale.Time s -> "time " + s.startNanos() / 1e6 + " " + s.endNanos() / 1e6 + " " + offsetMinutes(s);
            case Scale.Named s -> "named " + s.low() + " " + s.high();
        };
        String names = axis.scale() instanceof Scale.Named s ? " data-" + name + "-names=\"" + escape(String.join("|", s.names())) + "\"" : "";
        return " data-" + name + "=\"" + range + "\" data-" + name + "-quantity=\"" + axis.quantity().name().toLowerCase(Locale.ROOT)
                + "\"" + names;
    }

    private static int offsetMinutes(Scale.Time scale) {
        return scale.zone().getRules().getOffset(Numbers.instant(scale.startNanos())).getTotalSeconds() / 60;
    }
}
