package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final Set<Role> READ = EnumSet.of(Role.TEXT, Role.MUTED, Role.ACCENT, Role.SERIES_1, Role.SERIES_2, Role.SERIES_3,
            Role.SERIES_4, Role.SERIES_5, Role.SERIES_6, Role.GOOD, Role.WATCH, Role.BAD, Role.BASELINE);

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnSurfaceAndPane(Palette palette) {
        for (Role role : READ) {
            for (Role paper : new Role[] {Role.SURFACE, Role.PANE}) {
                double contrast = contrast(palette.text(role), palette.hex(paper));
                assertTrue(contrast >= 4.5, palette + " " + role + " on " + paper + ": " + contrast);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnBadgesAndFrames(Palette palette) {
        for (Role badge : new Role[] {Role.GOOD, Role.WATCH, Role.BAD}) {
            assertTrue(contrast(palette.text(Role.ON_BADGE), palette.hex(badge)) >= 4.5, palette + " " + badge);
        }
        for (Role frame : EnumSet.range(Role.FRAME_INTERPRETED, Role.FRAME_KERNEL)) {
            assertTrue(contrast(palette.text(Role.FRAME_TEXT), palette.hex(frame)) >= 4.5, palette + " " + frame);
        }
        for (int step = -3; step <= 3; step++) {
            double contrast = contrast(palette.text(Role.FRAME_TEXT), palette.hex(Role.difference(step)));
            assertTrue(contrast >= 4.5, palette + " difference " + step + ": " + contrast);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesAndCellsStandOutFromTheSurface(Palette palette) {
        for (Role role : EnumSet.range(Role.SERIES_1, Role.SERIES_6)) {
            assertTrue(contrast(palette.hex(role), palette.hex(Role.SURFACE)) >= 3, palette + " " + role);
        }
        for (int step = 1; step < Role.HEAT_STEPS; step++) {
            double before = contrast(palette.hex(Role.heat(step - 1)), palette.hex(Role.SURFACE));
            assertTrue(contrast(palette.hex(Role.heat(step)), palette.hex(Role.SURFACE)) > before, palette + " step " + step);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleHasAColourAndAClass(Palette palette) {
        String css = Palette.css();
        for (Role role : Role.values()) {
            assertTrue(palette.hex(role).matches("#[0-9a-f]{6}"), palette + " " + role);
            assertTrue(palette.opacity(role) > 0 && palette.opacity(role) <= 1, palette + " " + role);
            assertTrue(css.contains(".f-" + role.css() + "{"), role.css());
        }
        assertEquals(Role.BAND_3, Role.SERIES_3.band());
        assertEquals(Role.SERIES_1, Role.series(6));
    }

    /// Contrast of WCAG 2.2, 1 to 21.
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
