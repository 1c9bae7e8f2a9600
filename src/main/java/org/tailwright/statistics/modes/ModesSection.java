package org.tailwright.statistics.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.shapes.Binned;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.statistics.shapes.ShapeCharts;
import org.tailwright.work.Work;

/// Explains the answer of [Modes].
public final class ModesSection {
    private ModesSection() {}

    static Report.Section explain(Inputs inputs, Map<String, String> parameters, Modes result) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(sentence(result))));
        inputs.requests().ifPresent(requests -> {
            Sample sample = Sample.of(requests, Work.NONE);
            long most = sample.quantile(1);
            Chart chart = with(ShapeCharts.histogram(Binned.of(sample, Shape.Spacing.LOG), most, Optional.empty()), result);
            blocks.add(new Block.Picture("modes", chart, chart.spoken()));
        });
        if (result.modes().size() > 1) {
            blocks.add(new Block.Table("modes", "Modes", Block.Column.of("range", "requests", "share", "peak"), result.modes().stream().map(each -> List.of(
                    Block.Cell.of(Numbers.duration(each.lowest()) + " – " + Numbers.duration(each.beyond()), each.lowest()),
                    Block.Cell.of(Numbers.count(Math.round(each.share() * result.n())), each.share() * result.n()),
                    Block.Cell.of(Numbers.percent(each.share()), each.share()), Block.Cell.of(Numbers.duration(each.peak()), each.peak()))).toList()));
            blocks.addAll(splits(result));
        }
        return new Report.Section("modes", "Modes", blocks);
    }

    /// What was found, in a sentence.
    public static String sentence(Modes result) {
        if (result.modes().size() < 2) {
            return "Latency has one mode: no valley in it is deep enough to be more than chance.";
        }
        String best = result.splits().isEmpty() ? " No attribute of the rows tells them apart." : " **" + result.splits().getFirst().column() + "** tells them apart best: it takes away "
                + Numbers.percent(result.splits().getFirst().explained()) + " of the uncertainty about the mode.";
        return "Latency has **" + result.modes().size() + " modes**: " + String.join(", ", result.modes().stream().map(Mode::name).toList()) + "." + best;
    }

    private static List<Block> splits(Modes result) {
        if (result.values().isEmpty()) {
            return List.of();
        }
        List<Block.Column> columns = List.of(new Block.Column("value", false), new Block.Column("over-represented in", false), new Block.Column("inside", true),
                new Block.Column("elsewhere", true), new Block.Column("lift", true), new Block.Column("gain (bits)", true));
        List<List<Block.Cell>> rows = result.values().stream().map(each -> List.of(Block.Cell.of(each.column() + " = " + each.value()),
                Block.Cell.of(result.modes().get(each.mode()).name()), Block.Cell.of(Numbers.percent(each.inside()), each.inside()),
                Block.Cell.of(Numbers.percent(each.outside()), each.outside()),
                Block.Cell.of(each.outside() > 0 ? Numbers.times(each.lift()) : "only here", each.lift()), Block.Cell.of(Numbers.significant(each.gain(), 2), each.gain()))).toList();
        return List.of(new Block.Table("mode-values", "What the modes consist of", columns, rows),
                new Block.Text("Over-represented values need not be the cause. Values of fewer than 30 requests, identifiers and columns that chance explains are left out."));
    }

    /// A histogram with the modes drawn in: valleys as dotted lines, the share above each peak.
    public static Chart with(Chart histogram, Modes modes) {
        if (modes.modes().size() < 2) {
            return histogram;
        }
        Chart chart = histogram;
        double low = histogram.x().scale().low();
        double high = histogram.x().scale().high();
        Layer.Bars bars = (Layer.Bars) histogram.layers().stream().filter(Layer.Bars.class::isInstance).findFirst().orElseThrow();
        for (Mode mode : modes.modes()) {
            if (mode.lowest() > low && mode.lowest() < high && !mode.equals(modes.modes().getFirst())) {
                chart = chart.with(new Layer.RuleX(mode.lowest(), "", Role.MUTED, Stroke.DOTTED));
            }
            if (mode.peak() > low && mode.peak() < high) {
                chart = chart.with(new Layer.Drop(mode.peak(), height(bars, mode.peak()), Numbers.percent(mode.share()), Role.SERIES_1));
            }
        }
        return chart.described(histogram.spoken() + " Modes: " + String.join(", ", modes.modes().stream().map(Mode::name).toList()) + ".");
    }

    private static double height(Layer.Bars bars, double x) {
        double height = 0;
        for (int i = 0; i < bars.highs().length; i++) {
            height = x >= bars.edges()[i] && x < bars.edges()[i + 1] ? bars.highs()[i] : height;
        }
        return height;
    }
}
