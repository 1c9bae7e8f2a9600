package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Stepped;
import org.tailwright.charts.Numbers;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Requests;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.simulation.CapacitySimulation;
import org.tailwright.work.Work;

/// Contributes the probability that demand outgrows what a stepped run showed the service to carry. Bottleneck law: whatever the service is
/// made of, it serves at most X, so that a request occupies its bottleneck for 1/X; the service counts as one station with that demand.
final class CapacityRisk implements Contributor {
    private static final String DRAWS = "200000";

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        Optional<double[]> ceiling = material.all(Requests.class).filter(Stepped::is)
                .map(run -> highest(LoadSteps.of(run, LoadSteps.Search.USUAL).points(run))).findFirst();
        Optional<Requests> run = material.all(Requests.class).filter(each -> !Stepped.is(each)).findFirst();
        if (ceiling.isEmpty() || run.isEmpty()) {
            return Contribution.NONE;
        }
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("demand", micros(1 / ceiling.get()[1]) + ".." + micros(1 / ceiling.get()[0]));
        typed.put("draws", DRAWS);
        Analysis.Run<CapacityForecast> found = CapacitySimulation.CAPACITY.run(inputs.with(List.of(run.get())), typed, work);
        if (!(found.outcome() instanceof Outcome.Answer<CapacityForecast>(CapacityForecast forecast))) {
            return Contribution.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("The load of " + run.get().name() + " grows by 3 % a month (standard deviation 1 %, an assumption to be replaced by yours: --growth). "
                + "The service counts as one station that a request occupies for 1 ÷ highest throughput, measured as " + Numbers.rate(ceiling.get()[0]) + " to "
                + Numbers.rate(ceiling.get()[1]) + " in repeats of the best load level (bottleneck law)."));
        blocks.addAll(found.section().blocks());
        return new Contribution(List.of(new Report.Section("capacity-risk", "Capacity and risk", blocks)), List.of(), List.of(sentence(forecast)));
    }

    private static String sentence(CapacityForecast forecast) {
        CapacityForecast.Month last = forecast.months().getLast();
        String chance = "in " + Numbers.percent(last.breachBy().value()) + " of the drawn futures it is too much by month " + last.month();
        return "If load grows by 3 % a month (sd 1 %), " + (forecast.firstRiskyMonth() == null ? "the service carries it for " + forecast.months().size() + " months: only " + chance
                : "**from month " + forecast.firstRiskyMonth() + " on** the chance that it is too much exceeds 5 %; " + chance) + ", given these inputs.";
    }

    /// Lowest and highest throughput among the repeats of the load with the highest.
    private static double[] highest(LoadPoints points) {
        double[] loads = points.loads();
        double[] throughputs = points.throughputs();
        int best = 0;
        for (int i = 1; i < loads.length; i++) {
            best = throughputs[i] > throughputs[best] ? i : best;
        }
        double low = throughputs[best];
        for (int i = 0; i < loads.length; i++) {
            low = loads[i] == loads[best] ? Math.min(low, throughputs[i]) : low;
        }
        return new double[] {Math.min(low, throughputs[best] * 0.999), throughputs[best]};
    }

    private static String micros(double seconds) {
        return String.format(Locale.ROOT, "%.2fus", seconds * 1e6);
    }
}
