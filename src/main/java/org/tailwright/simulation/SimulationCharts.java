package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;

/// The pictures of a capacity simulation, the same for report and window.
public final class SimulationCharts {
    private SimulationCharts() {}

    /// Probability of a breach in and by each month, with the line from which a month is risky.
    public static Chart probability(CapacityForecast forecast) {
        double[] months = months(forecast);
        double[] by = values(forecast, month -> month.breachBy().value());
        double top = Math.min(1, Math.max(0.1, 1.15 * by[by.length - 1]));
        return Chart.of("Probability of a breach", draws(forecast), month(forecast), Axis.linear("probability", 0, top, Quantity.PERCENT),
                new Layer.Band(months, values(forecast, month -> Math.max(0, month.breachBy().value() - 2 * month.breachBy().error())),
                        values(forecast, month -> Math.min(1, month.breachBy().value() + 2 * month.breachBy().error())), Role.SERIES_1, ""),
                Layer.Line.of(months, by, Role.SERIES_1, "by this month"),
                Layer.Line.of(months, values(forecast, month -> month.breachIn().value()), Role.SERIES_2, "in this month").dashed(),
                Layer.RuleY.objective(CapacityForecast.RISK, "risky above 5 %"));
    }

    /// Probability of a breach by each month, by variant.
    ///
    /// @param variants at least one with a forecast
    public static Chart probabilities(List<ServersVariants.Variant> variants) {
        List<Layer> layers = new ArrayList<>();
        double top = 0.1;
        CapacityForecast any = null;
        for (int i = 0; i < variants.size(); i++) {
            CapacityForecast forecast = variants.get(i).forecast();
            if (forecast != null) {
                any = forecast;
                double[] by = values(forecast, month -> month.breachBy().value());
                top = Math.max(top, 1.15 * by[by.length - 1]);
                layers.add(Layer.Line.of(months(forecast), by, i == 0 ? Role.BASELINE : Role.series(i - 1), variants.get(i).name()));
            }
        }
        if (any == null) {
            throw new IllegalArgumentException("no variant has a forecast");
        }
        layers.add(Layer.RuleY.objective(CapacityForecast.RISK, "risky above 5 %"));
        return new Chart("Probability of a breach by month", "the same futures", month(any), Axis.linear("probability", 0, Math.min(1, top), Quantity.PERCENT), layers,
                "Probability that the objective is breached by each month, by variant.");
    }

    /// Utilisation over the months: median, the middle half and the middle 90 % of the futures.
    public static Chart utilisation(CapacityForecast forecast, double highest) {
        double[] months = months(forecast);
        double most = forecast.months().stream().mapToDouble(month -> month.utilisation().getLast()).max().orElse(1);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Band(months, at(forecast, 0), at(forecast, 4), Role.SERIES_1, "90 % of futures"));
        layers.add(new Layer.Band(months, at(forecast, 1), at(forecast, 3), Role.SERIES_1, "half of futures"));
        layers.add(Layer.Line.of(months, at(forecast, 2), Role.SERIES_1, "median"));
        layers.add(highest < 1 ? Layer.RuleY.objective(highest, "highest allowed") : Layer.RuleY.objective(1, "unstable from here"));
        return new Chart("Utilisation", draws(forecast), month(forecast), Axis.linear("utilisation", 0, Math.max(1.05, 1.1 * most), Quantity.PERCENT),
                layers, "Utilisation over the months: median and the middle half and 90 % of the drawn futures.");
    }

    /// Utilisation of the last month with one input at its 5 % and 95 % quantile, the others at their median.
    public static Chart tornado(CapacityForecast forecast) {
        List<CapacityForecast.Sensitivity> shown = new ArrayList<>(forecast.sensitivity());
        Collections.reverse(shown);
        double[] low = shown.stream().mapToDouble(each -> Math.min(each.low(), each.high())).toArray();
        double[] high = shown.stream().mapToDouble(each -> Math.max(each.low(), each.high())).toArray();
        double least = Arrays.stream(low).min().orElse(0);
        double most = Arrays.stream(high).max().orElse(1);
        double margin = Math.max(0.01, 0.1 * (most - least));
        double centre = forecast.months().getLast().utilisation().get(2);
        return Chart.of("What matters most", "one input at a time, 5 to 95" + Numbers.SPACE + "%", Axis.linear("utilisation in the last month",
                Math.max(0, least - margin), most + margin, Quantity.PERCENT),
                Axis.named("", shown.stream().map(CapacityForecast.Sensitivity::input).toList()),
                Layer.Bars.named(low, high, Role.SERIES_1, ""), new Layer.RuleX(centre, "", Role.MUTED, Stroke.DOTTED));
    }

    /// Running probability of a breach by the last month with two simulation errors around it.
    public static Chart convergence(CapacityForecast forecast) {
        return convergence(forecast.convergence(), "breach by the last month");
    }

    /// A share against the number of draws, with twice its error.
    static Chart convergence(List<Sample.Running> running, String share) {
        double[] draws = running.stream().mapToDouble(Sample.Running::draws).toArray();
        double[] values = running.stream().mapToDouble(Sample.Running::value).toArray();
        double[] low = running.stream().mapToDouble(each -> Math.max(0, each.value() - 2 * each.error())).toArray();
        double[] high = running.stream().mapToDouble(each -> Math.min(1, each.value() + 2 * each.error())).toArray();
        double least = Arrays.stream(low).min().orElse(0);
        double most = Arrays.stream(high).max().orElse(1);
        double margin = Math.max(1e-4, 0.1 * (most - least));
        return Chart.of("Convergence", "simulation error only", Axis.linear("draws", 0, draws.length == 0 ? 1 : draws[draws.length - 1], Quantity.COUNT),
                Axis.linear(share, Math.max(0, least - margin), Math.min(1, most + margin), Quantity.PERCENT),
                new Layer.Band(draws, low, high, Role.SERIES_1, ""), Layer.Line.of(draws, values, Role.SERIES_1, "within 2 errors"));
    }

    private static Axis month(CapacityForecast forecast) {
        int last = forecast.months().size();
        return Axis.linear("month", last == 1 ? 0 : 1, last, Quantity.COUNT);
    }

    private static String draws(CapacityForecast forecast) {
        return Numbers.count(forecast.draws()) + " drawn futures";
    }

    private static double[] months(CapacityForecast forecast) {
        return values(forecast, CapacityForecast.Month::month);
    }

    private static double[] at(CapacityForecast forecast, int quantile) {
        return values(forecast, month -> month.utilisation().get(quantile));
    }

    private static double[] values(CapacityForecast forecast, ToDoubleFunction<CapacityForecast.Month> value) {
        return forecast.months().stream().mapToDouble(value).toArray();
    }
}
