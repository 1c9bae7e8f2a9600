package org.tailwright.statistics.omission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Figures;
import org.tailwright.statistics.Shares;

/// Explains the answer of [Omission].
final class OmissionSection {
    private OmissionSection() {}

    static Report.Section explain(Inputs inputs, Omission.Asked asked, OmissionResult result) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(result.standing().words())));
        result.pace().filter(pace -> !pace.words().equals(result.why())).ifPresent(pace -> blocks.add(new Block.Text(pace.words())));
        if (!result.why().isEmpty() && !result.why().equals(result.standing().words())) {
            blocks.add(new Block.Text(result.why()));
        }
        result.breaches().forEach(each -> blocks.add(result.finding(each)));
        Optional<DistributionCharts.Limit> limit = inputs.objectives().stream().filter(each -> each.measure().isPresent() && each.where().isEmpty()).findFirst()
                .map(each -> new DistributionCharts.Limit(each.limit(), new Shares.Share(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN)));
        result.corrected().ifPresent(corrected -> {
            Chart curves = OmissionCharts.curves(result, corrected, Optional.empty());
            blocks.add(new Block.Picture("omission", curves, curves.spoken()));
            blocks.add(table(result, corrected));
            if (!corrected.sensitivity().isEmpty()) {
                Chart sensitivity = OmissionCharts.sensitivity(result, corrected, limit);
                blocks.add(new Block.Picture("omission-sensitivity", sensitivity, sensitivity.spoken()));
                blocks.add(new Block.Text("The correction adds to each duration v the values v − I, v − 2I, … that a connection with expected interval I did not send. It is a "
                        + "model, not a bound: it supposes that every omitted request would have waited for the same slow answer."));
            }
        });
        return new Report.Section("coordinated-omission", "Coordinated omission", blocks);
    }

    private static Block table(OmissionResult result, OmissionResult.Corrected corrected) {
        boolean measured = corrected.source() == OmissionResult.Source.MEASURED;
        List<Block.Column> columns = List.of(new Block.Column("percentile", false), new Block.Column("measured", true),
                new Block.Column(measured ? "from intended start" : "corrected", true), new Block.Column("times", true));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < result.measured().percentiles().size(); i++) {
            var raw = result.measured().percentiles().get(i);
            double value = corrected.values()[i];
            double times = value / raw.value();
            rows.add(List.of(Block.Cell.of(Numbers.percentile(raw.p()), raw.p()), new Block.Cell(Figures.words(raw), raw.value(),
                    raw.supported() ? Block.Tone.PLAIN : Block.Tone.MUTED), Block.Cell.of(Numbers.duration(value), value),
                    Block.Cell.of(raw.value() > 0 ? Numbers.times(times) : Numbers.ABSENT, times)));
        }
        String title = measured ? "Service time and response time from intended start" : "Measured, and corrected for " + Numbers.duration(corrected.intervalNanos())
                + " per connection (" + Numbers.count(Math.round(corrected.n() - result.measured().percentiles().getFirst().n())) + " values added)";
        return new Block.Table("omission-percentiles", title, columns, rows);
    }
}
