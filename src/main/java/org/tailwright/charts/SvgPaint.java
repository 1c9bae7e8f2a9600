package org.tailwright.charts;

import java.util.Locale;

/// How a role is written in SVG: as a colour or as a class.
sealed interface SvgPaint {
    String fill(Role role);

    String stroke(Role role);

    String text(Role role);

    /// Attributes of a text that needs a rim in the colour of the surface; empty when the rim must be a text of its own below it.
    String textWithRim(Role role);

    /// Attributes of the rim below a text.
    String rim();

    /// Prefix of ids.
    String id();

    /// True when classes and `data-` attributes for scripts are wanted.
    boolean live();

    record Literal(Palette palette, String id) implements SvgPaint {
        @Override
        public String fill(Role role) {
            return " fill=\"" + palette.hex(role) + "\"" + opacity("fill", role);
        }

        @Override
        public String stroke(Role role) {
            return " fill=\"none\" stroke=\"" + palette.hex(role) + "\"" + opacity("stroke", role);
        }

        @Override
        public String text(Role role) {
            return " fill=\"" + palette.text(role) + "\"";
        }

        @Override
        public String textWithRim(Role role) {
            return "";
        }

        @Override
        public String rim() {
            return " fill=\"" + palette.hex(Role.SURFACE) + "\" stroke=\"" + palette.hex(Role.SURFACE) + "\" stroke-width=\"3\" stroke-linejoin=\"round\"";
        }

        @Override
        public boolean live() {
            return false;
        }

        private String opacity(String what, Role role) {
            double opacity = palette.opacity(role);
            return opacity == 1 ? "" : String.format(Locale.ROOT, " %s-opacity=\"%s\"", what, SvgWriter.number(opacity));
        }
    }

    record Classes(String id) implements SvgPaint {
        @Override
        public String fill(Role role) {
            return " class=\"f-" + role.css() + "\"";
        }

        @Override
        public String stroke(Role role) {
            return " class=\"s-" + role.css() + "\"";
        }

        @Override
        public String text(Role role) {
            return " class=\"t-" + role.css() + "\"";
        }

        @Override
        public String textWithRim(Role role) {
            return " class=\"t-" + role.css() + " halo\"";
        }

        @Override
        public String rim() {
            return "";
        }

        @Override
        public boolean live() {
            return true;
        }
    }
}
