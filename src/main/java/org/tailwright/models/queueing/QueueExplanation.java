package org.tailwright.models.queueing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Report;

/// Says what a queue does: key numbers, all quantities, when the model may be used.
public final class QueueExplanation {
    private static final List<String> KEY = List.of("rho", "utilisation_per_server", "W", "W_quantile_0.99", "Wq", "Lq", "X", "R", "throughput_X", "response_R",
            "min_servers", "B", "C", "max_offered_load_a", "P_block=P[N=K]", "P[abandon]", "X_max=1/Dmax", "N_star=(D+Z)/Dmax", "R_min=sum(D)");
    private static final int MOST = 8;

    private QueueExplanation() {}

    static Report.Section explain(Inputs inputs, QueueAnalysis.Parameters parameters, SequencedMap<String, Object> answer) {
        QueueModel model = parameters.model();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("**" + model.name() + "** with " + String.join(", ", parameters.inputs().texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(each -> each.getKey() + " = " + each.getValue()).toList())
                + ". Times are in the unit of time of the inputs."));
        List<Block.Fact> facts = KEY.stream().filter(answer::containsKey).limit(MOST)
                .map(name -> new Block.Fact(name, figure((double) answer.get(name), model), "", true)).toList();
        blocks.add(new Block.Facts(facts));
        QueueCurve.of(parameters, parameters.limit()).ifPresent(curve -> {
            curve.limit().map(each -> limit(curve, each, QueueCharts.Times.BARE)).ifPresent(blocks::add);
            Chart chart = QueueCharts.response(curve, parameters.notation(), QueueCharts.Times.BARE, QueueCharts.Seen.NOTHING);
            blocks.add(new Block.Picture("response", chart, chart.description()));
        });
        blocks.add(new Block.Text("Assumes: " + model.assumes() + " Source: " + model.source() + ". These are answers of the model; "
                + "whether the model fits what was measured is a question of its own."));
        blocks.add(table(answer, model));
        return new Report.Section("queue", "Queueing", blocks);
    }

    private static Block table(SequencedMap<String, Object> answer, QueueModel model) {
        List<List<Block.Cell>> rows = answer.entrySet().stream().filter(each -> each.getValue() instanceof Double)
                .map(each -> List.of(Block.Cell.of(each.getKey()), Block.Cell.of(text((double) each.getValue()), (double) each.getValue()))).toList();
        return new Block.Table("queue-quantities", "All quantities of " + model.name(), Block.Column.of("quantity", "value"), rows);
    }

    private static Figure figure(double value, QueueModel model) {
        return Figure.plain(text(value), value, Unit.NONE, model.name() + ", " + model.source());
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? Numbers.count((long) value) : String.format(Locale.ROOT, "%.6g", value);
    }

    /// Where the limit is reached, in words.
    ///
    /// @param times how times are written
    public static Block.Finding limit(QueueCurve curve, QueueCurve.Limit limit, QueueCharts.Times times) {
        String what = curve.hasTails() ? "p99 of the response" : "The mean response";
        boolean users = curve.kind() == QueueCurve.Kind.USERS;
        if (limit.at().isEmpty()) {
            return new Block.Finding(Block.Tone.BAD, "The limit cannot be met at any load", what + " exceeds " + times.format(limit.time()) + " even with hardly any load: service alone is too slow.");
        }
        double at = limit.at().getAsDouble();
        if (Double.isInfinite(at)) {
            return new Block.Finding(Block.Tone.GOOD, "The limit is not reached at any load shown", what + " stays below " + times.format(limit.time()) + ".");
        }
        String load = users ? "N = " + Numbers.number(at) : "a utilisation of " + Numbers.percent(at) + ", " + (times == QueueCharts.Times.SECONDS ? Numbers.rate(limit.rate()) : Numbers.number(limit.rate()) + " arrivals per unit of time");
        boolean kept = curve.here().filter(each -> each.load() <= at).isPresent();
        return new Block.Finding(kept ? Block.Tone.GOOD : Block.Tone.BAD, kept ? "The limit is kept here" : "The limit is exceeded here",
                what + " reaches " + times.format(limit.time()) + " at " + load + ".");
    }
}
