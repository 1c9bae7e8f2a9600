package org.tailwright.statistics.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// The same percentiles by every definition in use, side by side.
///
/// @param percentiles by R-1 with their intervals
/// @param values by definition and percentile, nanoseconds
public record Definitions(List<Percentile> percentiles, Map<Definition, double[]> values) {
    private static final double[] SHOWN = {0.5, 0.9, 0.99, 0.999, 0.9999};

    /// The analysis.
    public static final Analysis<Map<String, String>, Definitions> ANALYSIS = new Analysis<>("percentile-definitions", "Percentile definitions",
            List.of(Slot.durations()), Form.none(), (inputs, _, work) -> answer(inputs, work), (_, _, result) -> result.explain());

    public Definitions {
        percentiles = List.copyOf(percentiles);
        values = new java.util.EnumMap<>(values);
    }

    private static Outcome<Definitions> answer(Inputs inputs, Work work) {
        return inputs.requests().filter(each -> each.rows() > 0).map(each -> Outcome.answer(of(Sample.of(each, work), work)))
                .orElse(Outcome.not("There are no requests here; choose requests, spans or an event type with durations."));
    }

    /// Of a sample with at least one row.
    public static Definitions of(Sample sample, Work work) {
        Map<Definition, double[]> values = new java.util.EnumMap<>(Definition.class);
        for (Definition each : Definition.values()) {
            double[] own = new double[SHOWN.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = each.quantile(sample, SHOWN[i]);
            }
            values.put(each, own);
        }
        return new Definitions(QuantileIntervals.of(sample, work, SHOWN), values);
    }

    private Report.Section explain() {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("definition", false), new Block.Column("", false)));
        percentiles.forEach(each -> columns.add(new Block.Column(Numbers.percentile(each.p()), true)));
        List<List<Block.Cell>> rows = new ArrayList<>();
        values.forEach((definition, own) -> {
            List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(definition.title()), new Block.Cell(definition.words(), Double.NaN, Block.Tone.MUTED)));
            for (int i = 0; i < own.length; i++) {
                cells.add(new Block.Cell(Numbers.duration(own[i]) + apart(i, own[i]), own[i], percentiles.get(i).supported() ? Block.Tone.PLAIN : Block.Tone.MUTED));
            }
            rows.add(cells);
        });
        return new Report.Section("percentile-definitions", "Percentile definitions", List.of(
                new Block.Text("Every definition agrees as n grows. Where they differ by more than the interval is wide, the sample does not carry the percentile."),
                new Block.Table("percentile-definitions", "Percentiles by definition", columns, rows)));
    }

    private String apart(int i, double value) {
        double own = percentiles.get(i).value();
        return value == own || own == 0 ? "" : " (" + Numbers.change(value / own - 1) + ")";
    }

    /// How far a definition lies from R-1, as a share; 0 where they agree.
    ///
    /// @param i number of the percentile
    public double difference(Definition definition, int i) {
        double own = percentiles.get(i).value();
        double[] found = values.get(definition);
        return own == 0 || found == null ? 0 : found[i] / own - 1;
    }
}
