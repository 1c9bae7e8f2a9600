package org.tailwright.charts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The colours of all roles in the light and the dark theme: the one place of colour literals besides the window's style sheet.
public enum Palette {
    LIGHT,
    DARK;

    /// One role a line: light and dark as `#rrggbb` or `#rrggbb/opacity`, then, where text must differ, `text` and again light and dark.
    private static final String TABLE = """
            TEXT #1f2328 #e6edf3
            MUTED #656d76 #8d96a0
            GRID #e9edf1 #1f2730
            LINE #d8dee4 #2b333d
            SURFACE #ffffff #0d1117
            PANE #f6f8fa #151b23
            ACCENT #0969da #4493f8
            SERIES_1 #0969da #58a6ff
            SERIES_2 #d1570a #ff9b52 text #bc4c00 #ff9b52
            SERIES_3 #1a7f5a #4fc08d text #1a7a57 #4fc08d
            SERIES_4 #8250df #bc8cff
            SERIES_5 #b58900 #e3c04a text #856404 #e3c04a
            SERIES_6 #c2418f #f27fbd text #b83280 #f27fbd
            GOOD #1a7f37 #3fb950
            WATCH #9a6700 #d29922
            BAD #cf222e #f85149
            BASELINE #8c959f #7d8590 text #656d76 #8d96a0
            ON_BADGE #ffffff #0d1117
            SELECTION #0969da/0.11 #4493f8/0.16
            SELECTION_LINE #0969da #4493f8
            SHADE #656d76/0.12 #8d96a0/0.14
            BAND_1 #0969da/0.16 #58a6ff/0.20
            BAND_2 #d1570a/0.16 #ff9b52/0.20
            BAND_3 #1a7f5a/0.16 #4fc08d/0.20
            BAND_4 #8250df/0.16 #bc8cff/0.20
            BAND_5 #b58900/0.18 #e3c04a/0.20
            BAND_6 #c2418f/0.16 #f27fbd/0.20
            BAND_BASELINE #8c959f/0.22 #7d8590/0.28
            BAND_GOOD #1a7f37/0.14 #3fb950/0.18
            BAND_WATCH #9a6700/0.14 #d29922/0.18
            BAND_BAD #cf222e/0.14 #f85149/0.18
            HEAT_0 #b9d9f0 #17375c
            HEAT_1 #a0caea #1a4271
            HEAT_2 #86bae3 #1c4c88
            HEAT_3 #6caadd #1e589e
            HEAT_4 #549bd5 #2364b4
            HEAT_5 #448bcd #3075c7
            HEAT_6 #337bc4 #3d85db
            HEAT_7 #216bbb #4b96ee
            HEAT_8 #175ba7 #6cacf8
            HEAT_9 #134a8e #94c4fb
            HEAT_10 #0e3a75 #bcdafe
            HEAT_11 #0a2a5e #e3f1ff
            FRAME_INTERPRETED #b2e1b2 #a3cfa3
            FRAME_JAVA #50e150 #46c846
            FRAME_C1 #cce880 #b7d172
            FRAME_INLINED #50cccc #45b5b5
            FRAME_NATIVE #e87a7a #e07070
            FRAME_CPP #c8c83c #b5b536
            FRAME_KERNEL #eb9a3a #d98a2b
            FRAME_TEXT #14181d #0d1117
            LESS_3 #4393c3 #4393c3
            LESS_2 #7fb8d9 #6aa9d0
            LESS_1 #bfdcec #a9cde3
            EVEN #e4e7ea #c4cad1
            MORE_1 #f9cdb4 #f0bfa3
            MORE_2 #f2a182 #ec9474
            MORE_3 #e27156 #e27156
            SERVICE_1 #3d7fd0 #5b9ef0
            SERVICE_2 #d1702c #f09a55
            SERVICE_3 #2f8f6b #55bd93
            SERVICE_4 #8a63d2 #b290f0
            SERVICE_5 #b08a1a #d9b64a
            SERVICE_6 #c0548f #e585b8
            SERVICE_7 #3a95a5 #5fc0d0
            SERVICE_8 #7d8791 #98a2ad
            CRITICAL #1f2328 #f0f3f6
            """;

    private record Paint(String hex, double opacity, String text) {}

    private static final Map<Palette, Map<Role, Paint>> PAINTS = read();

    /// The colour of a role for fills and lines, as `#rrggbb`.
    public String hex(Role role) {
        return paint(role).hex;
    }

    /// Opacity of a role, 0 to 1; below 1 for bands, selections and shades.
    public double opacity(Role role) {
        return paint(role).opacity;
    }

    /// The colour of a role for text, as `#rrggbb`: where the line's colour would be too pale to read, a stronger one.
    public String text(Role role) {
        return paint(role).text;
    }

    /// CSS for pages that hold [Svg] pictures with classes: `f-…` fills, `s-…` strokes, `t-…` colours text. Light, dark where the reader's
    /// system asks for it (not on paper), and forced by `data-theme="light"` or `"dark"` on an outer element.
    public static String css() {
        StringBuilder css = new StringBuilder();
        css.append(".tw-chart{").append(LIGHT.variables()).append("}\n");
        css.append("@media screen and (prefers-color-scheme:dark){.tw-chart{").append(DARK.variables()).append("}}\n");
        css.append("[data-theme=light] .tw-chart{").append(LIGHT.variables()).append("}\n");
        css.append("[data-theme=dark] .tw-chart{").append(DARK.variables()).append("}\n");
        css.append("@media print{.tw-chart,[data-theme] .tw-chart{").append(LIGHT.variables()).append("}}\n");
        for (Role role : Role.values()) {
            String name = role.css();
            css.append(String.format(Locale.ROOT, ".f-%1$s{fill:var(--c-%1$s)}.s-%1$s{stroke:var(--c-%1$s);fill:none}", name));
            css.append(String.format(Locale.ROOT, ".t-%1$s{fill:var(--t-%1$s)}%n", name).replace("\r\n", "\n"));
        }
        return css.append(".tw-chart .halo{paint-order:stroke;stroke:var(--c-surface);stroke-width:3px;stroke-linejoin:round}\n").toString();
    }

    private String variables() {
        StringBuilder css = new StringBuilder();
        for (Role role : Role.values()) {
            int alpha = (int) Math.round(opacity(role) * 255);
            css.append("--c-").append(role.css()).append(':').append(hex(role));
            css.append(alpha == 255 ? ";" : String.format(Locale.ROOT, "%02x;", alpha));
            css.append("--t-").append(role.css()).append(':').append(text(role)).append(';');
        }
        return css.toString();
    }

    private Paint paint(Role role) {
        return Objects.requireNonNull(Objects.requireNonNull(PAINTS.get(this)).get(role));
    }

    private static Map<Palette, Map<Role, Paint>> read() {
        Map<Palette, Map<Role, Paint>> all = new EnumMap<>(Palette.class);
        for (Palette palette : values()) {
            Map<Role, Paint> paints = new EnumMap<>(Role.class);
            for (String line : TABLE.lines().toList()) {
                String[] part = line.split(" ");
                String[] colour = part[1 + palette.ordinal()].split("/");
                String text = part.length > 3 ? part[4 + palette.ordinal()] : colour[0];
                paints.put(Role.valueOf(part[0]), new Paint(colour[0], colour.length > 1 ? Double.parseDouble(colour[1]) : 1, text));
            }
            all.put(palette, paints);
        }
        return all;
    }
}
