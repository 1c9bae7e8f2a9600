package org.tailwright.statistics;

import java.util.List;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.charts.ColourScale;
import org.tailwright.statistics.shapes.Definition;
import org.tailwright.statistics.shapes.Panes;
import org.tailwright.statistics.shapes.Shape;

/// How a distribution is drawn.
///
/// @param shape which chart
/// @param spacing how the latency axis of histogram, cumulative and exceedance charts is divided
/// @param definition of the percentiles on the curve
/// @param colours of heat maps
/// @param panes what the charts of time show
/// @param thresholdNanos a limit to read the share beyond; 0 for none
public record DistributionOptions(Shape shape, Shape.Spacing spacing, Definition definition, ColourScale colours, Panes panes, long thresholdNanos) {
    private static final Field<Shape> SHAPE = Field.choice("shape", "which chart of the distribution", Shape.PERCENTILES);
    private static final Field<Shape.Spacing> SPACING = Field.choice("spacing", "how the latency axis is divided", Shape.Spacing.LOG);
    private static final Field<Definition> DEFINITION = Field.choice("definition", "definition of the percentiles on the curve", Definition.R1);
    private static final Field<ColourScale> COLOURS = Field.choice("colours", "how counts become colours", ColourScale.SQRT);
    private static final Field<Boolean> OFFSETS = Field.flag("offsets", "heat map of the offset within each second", false);
    private static final Field<Panes.Over> OVER = Field.choice("over-time", "which chart over time the window shows", Panes.Over.PERCENTILES);
    private static final Field<Long> THRESHOLD = Field.duration("threshold", "a limit to read the share beyond; 0ms for none", "0ms");

    /// Controls for it.
    public static final Form<DistributionOptions> FORM = new Form<>(List.of(SHAPE, SPACING, DEFINITION, COLOURS, OFFSETS, OVER, THRESHOLD),
            values -> new DistributionOptions(values.get(SHAPE), values.get(SPACING), values.get(DEFINITION), values.get(COLOURS), new Panes(values.get(OFFSETS), values.get(OVER)),
                    values.get(THRESHOLD)));
}
