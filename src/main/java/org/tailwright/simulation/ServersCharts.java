package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;

/// The pictures of how many servers are needed, the same for report and window.
public final class ServersCharts {
    private static final double LEAST = 1e-4;

    private ServersCharts() {}

    /// Share of futures in which a number of servers is too few, with the numbers for 50, 95 and 99 %.
    public static Chart risk(ServersNeeded needed) {
        List<ServersNeeded.Risk> risks = needed.drawn().risks();
        List<Layer> layers = new ArrayList<>();
        if (!risks.isEmpty()) {
            layers.add(curve(risks, Role.SERIES_1, ""));
        }
        layers.add(Layer.RuleY.objective(0.05, "5" + Numbers.SPACE + "%"));
        layers.add(Layer.RuleY.objective(0.01, "1" + Numbers.SPACE + "%"));
        double before = -1;
        for (ServersNeeded.Confidence each : needed.confidences()) {
            boolean shown = each.share() != 0.9 && Double.isFinite(each.servers()) && each.servers() > before;
            if (shown) {
                layers.add(new Layer.Drop(each.servers(), Math.max(LEAST, at(risks, each.servers())), Numbers.count((long) each.servers()), Role.SERIES_1));
                before = each.servers();
            }
        }
        return new Chart("Risk of too few servers", Numbers.count(needed.drawn().draws()) + " drawn futures", servers(List.of(risks)), share(), layers,
                "Share of futures in which a number of servers is too few.");
    }

    /// The same of several variants.
    public static Chart risks(List<ServersVariants.Variant> variants) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            if (!variants.get(i).needed().drawn().risks().isEmpty()) {
                layers.add(curve(variants.get(i).needed().drawn().risks(), role(i), ""));
                layers.add(answers(variants.get(i), 1, role(i)));
            }
        }
        layers.add(Layer.RuleY.objective(0.05, "5" + Numbers.SPACE + "%"));
        layers.add(Layer.RuleY.objective(0.01, "1" + Numbers.SPACE + "%"));
        return new Chart("Risk of too few servers", "points: 50, 90, 95, 99" + Numbers.SPACE + "% of the same futures", servers(variants.stream().map(each -> each.needed().drawn().risks()).toList()), share(), layers,
                "Share of futures in which a number of servers is too few, by variant.");
    }

    /// Risk against the price a month.
    public static Chart prices(List<ServersVariants.Variant> variants) {
        List<Layer> layers = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < variants.size(); i++) {
            double price = variants.get(i).price();
            List<ServersNeeded.Risk> risks = variants.get(i).needed().drawn().risks();
            double[] costs = risks.stream().mapToDouble(each -> each.servers() * price).toArray();
            if (costs.length > 0) {
                low = Math.min(low, costs[0]);
                high = Math.max(high, costs[costs.length - 1]);
                layers.add(Layer.Line.of(costs, tooFew(risks), role(i), "").stepped());
                layers.add(answers(variants.get(i), price, role(i)));
            }
        }
        layers.add(Layer.RuleY.objective(0.05, "5" + Numbers.SPACE + "%"));
        layers.add(Layer.RuleY.objective(0.01, "1" + Numbers.SPACE + "%"));
        double margin = layers.size() > 2 ? Math.max(1, 0.05 * (high - low)) : 1;
        return new Chart("Risk against price", "lower left is better", Axis.linear("price a month", layers.size() > 2 ? Math.max(0, low - margin) : 0, layers.size() > 2 ? high + margin : 1,
                Quantity.COUNT), share(), layers, "Share of futures in which servers are too few against their price a month, by variant.");
    }

    /// What the need depends on.
    public static Chart drivers(ServersNeeded needed) {
        List<ServersNeeded.Driver> shown = needed.drivers().reversed();
        double[] bars = shown.stream().mapToDouble(each -> Math.max(0, each.share())).toArray();
        String index = needed.drawn().correlated() ? "Shapley effect" : "first-order index";
        return Chart.of("What the need depends on", "share of the variance", Axis.linear(index, 0, Math.min(1, Math.max(0.1, 1.1 * Arrays.stream(bars).max().orElse(0))), Quantity.PERCENT),
                Axis.named("", shown.stream().map(ServersNeeded.Driver::input).toList()), Layer.Bars.named(new double[bars.length], bars, Role.SERIES_1, ""));
    }

    /// Running share of futures that the answer for 95 % carries, with two errors around it.
    public static Chart convergence(ServersNeeded needed) {
        return SimulationCharts.convergence(needed.convergence(), "futures carried by the first answer for 95" + Numbers.SPACE + "%");
    }

    private static Role role(int variant) {
        return variant == 0 ? Role.BASELINE : Role.series(variant - 1);
    }

    /// The answers for 50, 90, 95 and 99 % as points on the curve; they carry the variant's name, because where steep curves end there is no room for it.
    private static Layer answers(ServersVariants.Variant variant, double price, Role role) {
        List<ServersNeeded.Confidence> finite = variant.needed().confidences().stream().filter(each -> Double.isFinite(each.servers())).toList();
        return Layer.Points.of(finite.stream().mapToDouble(each -> each.servers() * price).toArray(),
                finite.stream().mapToDouble(each -> Math.max(LEAST, at(variant.needed().drawn().risks(), each.servers()))).toArray(), role, variant.name());
    }

    private static Layer.Line curve(List<ServersNeeded.Risk> risks, Role role, String label) {
        return Layer.Line.of(risks.stream().mapToDouble(ServersNeeded.Risk::servers).toArray(), tooFew(risks), role, label).stepped();
    }

    private static double[] tooFew(List<ServersNeeded.Risk> risks) {
        return risks.stream().mapToDouble(each -> Math.max(LEAST, each.tooFew())).toArray();
    }

    private static double at(List<ServersNeeded.Risk> risks, double servers) {
        return risks.stream().filter(each -> each.servers() >= servers).findFirst().map(ServersNeeded.Risk::tooFew).orElse(LEAST);
    }

    /// Logarithmic: 5 % and 1 % are what is asked about.
    private static Axis share() {
        return Axis.log("share of futures in which they are too few", LEAST, 1, Quantity.PERCENT);
    }

    private static Axis servers(List<List<ServersNeeded.Risk>> all) {
        double low = all.stream().filter(each -> !each.isEmpty()).mapToDouble(each -> each.getFirst().servers()).min().orElse(0);
        double high = all.stream().filter(each -> !each.isEmpty()).mapToDouble(each -> each.getLast().servers()).max().orElse(1);
        return Axis.linear("servers", Math.max(0, low - 1), high + 1, Quantity.COUNT);
    }
}
