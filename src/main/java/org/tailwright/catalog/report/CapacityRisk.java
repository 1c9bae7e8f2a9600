package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Bottleneck;
import org.tailwright.catalog.Stepped;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.work.Work;

/// Contributes the probability that demand outgrows what a stepped run showed the service to carry.
final class CapacityRisk implements Contributor {
    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.CAPACITY);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        Optional<Bottleneck> bottleneck = Bottleneck.of(material.datasets(), inputs, work);
        Optional<Requests> run = material.all(Requests.class).filter(each -> !Stepped.is(each)).findFirst();
        if (bottleneck.isEmpty() || run.isEmpty()) {
            return Contribution.NONE;
        }
        Map<String, String> typed = Map.of("demand", bottleneck.get().demand());
        Analysis.Run<CapacityForecast> found = CapacityAnalyses.CAPACITY.run(inputs.with(List.of(run.get())), typed, work);
        if (!(found.outcome() instanceof Outcome.Answer<CapacityForecast>(CapacityForecast forecast))) {
            return Contribution.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("The load of " + run.get().name() + " grows by 3 % a month (standard deviation 1 %, an assumption to be replaced by yours: --growth). "
                + bottleneck.get().words()));
        blocks.addAll(found.section().blocks());
        return new Contribution(List.of(new Report.Section("capacity-risk", "Capacity and risk", blocks)), List.of(), List.of(sentence(forecast)), advice(forecast));
    }

    private static List<Advice> advice(CapacityForecast forecast) {
        Integer month = forecast.firstRiskyMonth();
        return month == null ? List.of() : List.of(new Advice(0, "Add capacity before month " + month, "From then on more than 5 % of the drawn futures ask for more than the service is shown to carry, "
                + "given growth of 3 % a month (sd 1 %), which is an assumption."));
    }

    private static String sentence(CapacityForecast forecast) {
        CapacityForecast.Month last = forecast.months().getLast();
        String chance = "in " + Numbers.percent(last.breachBy().value()) + " of the drawn futures it is too much by month " + last.month();
        return "If load grows by 3 % a month (sd 1 %), " + (forecast.firstRiskyMonth() == null ? "it stays under what the service was shown to carry for " + forecast.months().size() + " months: only " + chance
                : "**from month " + forecast.firstRiskyMonth() + " on** the chance that it is too much exceeds 5 %; " + chance) + ", given these inputs.";
    }
}
