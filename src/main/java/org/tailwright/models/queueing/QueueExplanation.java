package org.tailwright.models.queueing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Report;

/// Says what a queue does: key numbers, all quantities, when the model may be used.
final class QueueExplanation {
    private static final List<String> KEY = List.of("rho", "utilisation_per_server", "W", "W_quantile_0.99", "Wq", "Lq", "X", "R", "throughput_X", "response_R",
            "min_servers", "B", "C", "max_offered_load_a", "P_block=P[N=K]", "P[abandon]", "X_max=1/Dmax", "N_star=(D+Z)/Dmax", "R_min=sum(D)");
    private static final int MOST = 8;
    private static final double HIGHEST = 0.98;
    private static final int STEPS = 196;

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
        if (model.name().equals("M/M/1") || model.name().equals("M/M/c")) {
            int c = model.name().equals("M/M/1") ? 1 : parameters.inputs().whole("c", 1);
            Chart chart = response(c, 1 / parameters.inputs().positive("mu"), (double) answer.get("rho"));
            blocks.add(new Block.Picture("response", chart, chart.description()));
        }
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

    /// Mean and p99 of the response time against utilisation, in service times, with this queue's place.
    private static Chart response(int c, double service, double rho) {
        double[] loads = new double[STEPS];
        double[] mean = new double[STEPS];
        double[] p99 = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            loads[i] = HIGHEST * (i + 1) / STEPS;
            Mmc queue = Mmc.of(loads[i] * c / service, 1 / service, c);
            mean[i] = (queue.meanWait() + service) / service;
            p99[i] = queue.responseQuantile(0.99) / service;
        }
        Chart chart = Chart.of("Response time against utilisation", "in mean service times", Axis.linear("utilisation of a server", 0, 1, Quantity.PERCENT),
                Axis.log("response time ÷ service time", 0.8, 1.3 * p99[STEPS - 1], Quantity.PLAIN),
                Layer.Line.of(loads, p99, Role.SERIES_2, "p99"), Layer.Line.of(loads, mean, Role.SERIES_1, "mean"),
                new Layer.RuleX(rho, "here", Role.TEXT, Stroke.DOTTED));
        return new Chart(chart.title(), chart.note(), chart.x(), chart.y(), chart.layers(), "Mean and p99 of the response time of M/M/" + c
                + " against utilisation, which is " + Numbers.percent(rho) + " here.");
    }
}
