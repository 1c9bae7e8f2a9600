package org.tailwright.charts;

import java.util.Locale;

/// What a colour is for. The colours themselves stand in [Palette], once for each theme.
public enum Role {
    /// Text a person reads first.
    TEXT,
    /// Ticks, notes, units.
    MUTED,
    /// Lines of the chart's grid.
    GRID,
    /// Axes, borders, separators.
    LINE,
    /// Background of charts and tables.
    SURFACE,
    /// Background of side panes and status bars.
    PANE,
    /// The one colour of interaction.
    ACCENT,
    /// Series one (the candidate); safe for colour-blind readers, as are all six together.
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    /// Objective holds, better.
    GOOD,
    /// To be watched, doubtful.
    WATCH,
    /// Breach, worse, errors; objective lines.
    BAD,
    /// The baseline of a comparison: grey.
    BASELINE,
    /// Text on a badge filled with GOOD, WATCH or BAD.
    ON_BADGE,
    /// Fill of a selected region (see-through).
    SELECTION,
    /// Outline of a selected region.
    SELECTION_LINE,
    /// Fill of a region that is not supported or not measured, e.g. "beyond n" (see-through).
    SHADE,
    /// Fill between the bounds of an interval around the series of the same number (see-through).
    BAND_1,
    BAND_2,
    BAND_3,
    BAND_4,
    BAND_5,
    BAND_6,
    /// Interval around the baseline (see-through).
    BAND_BASELINE,
    /// Interval or region in the sense of GOOD, WATCH, BAD (see-through).
    BAND_GOOD,
    BAND_WATCH,
    BAND_BAD,
    /// Steps of a heat map, few to many.
    HEAT_0,
    HEAT_1,
    HEAT_2,
    HEAT_3,
    HEAT_4,
    HEAT_5,
    HEAT_6,
    HEAT_7,
    HEAT_8,
    HEAT_9,
    HEAT_10,
    HEAT_11,
    /// Flame graph frames, after async-profiler.
    FRAME_INTERPRETED,
    FRAME_JAVA,
    FRAME_C1,
    FRAME_INLINED,
    FRAME_NATIVE,
    FRAME_CPP,
    FRAME_KERNEL,
    /// Text inside a frame of any type, or inside a bar of a difference.
    FRAME_TEXT,
    /// Steps of a difference, much less to much more than the baseline.
    LESS_3,
    LESS_2,
    LESS_1,
    EVEN,
    MORE_1,
    MORE_2,
    MORE_3,
    /// Services in waterfalls and maps.
    SERVICE_1,
    SERVICE_2,
    SERVICE_3,
    SERVICE_4,
    SERVICE_5,
    SERVICE_6,
    SERVICE_7,
    SERVICE_8,
    /// The critical path inside a span's bar.
    CRITICAL;

    private static final Role[] ALL = values();

    /// How many steps a heat map has.
    public static final int HEAT_STEPS = 12;

    /// The name in CSS classes: `series1` for [#SERIES_1].
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /// Series number `index`, counted from 0; after six they begin again.
    public static Role series(int index) {
        return ALL[SERIES_1.ordinal() + Math.floorMod(index, 6)];
    }

    /// Service number `index`, counted from 0; after eight they begin again.
    public static Role service(int index) {
        return ALL[SERVICE_1.ordinal() + Math.floorMod(index, 8)];
    }

    /// Step `index` of a heat map, 0 to 11.
    public static Role heat(int index) {
        if (index < 0 || index >= HEAT_STEPS) {
            throw new IllegalArgumentException("A heat map has steps 0 to 11, not " + index);
        }
        return ALL[HEAT_0.ordinal() + index];
    }

    /// A difference step: −3 much less, 0 even, 3 much more.
    public static Role difference(int step) {
        if (step < -3 || step > 3) {
            throw new IllegalArgumentException("A difference has steps −3 to 3, not " + step);
        }
        return ALL[EVEN.ordinal() + step];
    }

    /// The see-through fill that belongs to a line of this role; the role itself when it has none.
    public Role band() {
        return switch (this) {
            case SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6 -> ALL[BAND_1.ordinal() + ordinal() - SERIES_1.ordinal()];
            case ACCENT -> BAND_1;
            case BASELINE, MUTED, TEXT, LINE -> BAND_BASELINE;
            case GOOD -> BAND_GOOD;
            case WATCH -> BAND_WATCH;
            case BAD -> BAND_BAD;
            case SELECTION_LINE -> SELECTION;
            case GRID, SURFACE, PANE, ON_BADGE, SELECTION, SHADE, BAND_1, BAND_2, BAND_3, BAND_4, BAND_5, BAND_6, BAND_BASELINE,
                    BAND_GOOD, BAND_WATCH, BAND_BAD, HEAT_0, HEAT_1, HEAT_2, HEAT_3, HEAT_4, HEAT_5, HEAT_6, HEAT_7, HEAT_8, HEAT_9,
                    HEAT_10, HEAT_11, FRAME_INTERPRETED, FRAME_JAVA, FRAME_C1, FRAME_INLINED, FRAME_NATIVE, FRAME_CPP, FRAME_KERNEL,
                    FRAME_TEXT, LESS_3, LESS_2, LESS_1, EVEN, MORE_1, MORE_2, MORE_3, SERVICE_1, SERVICE_2, SERVICE_3, SERVICE_4,
                    SERVICE_5, SERVICE_6, SERVICE_7, SERVICE_8, CRITICAL -> this;
        };
    }
}
