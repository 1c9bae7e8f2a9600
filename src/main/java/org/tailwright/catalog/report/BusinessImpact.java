package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.incidents.Incident;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.incidents.IncidentsResult;
import org.tailwright.work.Work;

/// Contributes what the breaches cost, when somebody said what an hour of breach costs or how many people use the service in an hour.
///
/// The breached time of a run is its whole measured time when an objective is breached over the whole run; else the time of those incidents in
/// which one is breached. Every number stands with its formula; nothing is projected beyond what was measured.
final class BusinessImpact implements Contributor {
    private static final double HOUR = 3.6e12;

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        Optional<Business> business = material.business().filter(each -> !each.isEmpty());
        if (business.isEmpty()) {
            return Contribution.NONE;
        }
        List<List<Block.Cell>> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Requests run : Judging.judged(material.datasets())) {
            long breached = breached(run, inputs, work);
            rows(run, breached / HOUR, business.get(), rows);
            if (breached > 0 && business.get().costOfAnHour().isPresent()) {
                sentences.add("The breached time in " + run.name() + ", " + Numbers.duration(breached) + ", cost **"
                        + money(business.get(), breached / HOUR * business.get().costOfAnHour().getAsDouble()) + "** at " + money(business.get(), business.get().costOfAnHour().getAsDouble()) + " an hour.");
            }
        }
        List<Block> blocks = List.of(new Block.Text("The breached time of a run is its whole time when an objective is breached over the whole run, else that of the incidents in which one is breached. "
                + "What an hour costs and how many people come in an hour was said, not measured; nothing is projected beyond the measured time."),
                new Block.Table("business-impact", "", List.of(new Block.Column("run", false), new Block.Column("what", false), new Block.Column("value", true), new Block.Column("formula", false)), rows)
                        .from(new Provenance(Judging.judged(material.datasets()).stream().map(Requests::name).toList(), "", "", 0, "")));
        return new Contribution(List.of(new Report.Section("business-impact", "Business impact", blocks)), List.of(), sentences);
    }

    private static void rows(Requests run, double hours, Business business, List<List<Block.Cell>> rows) {
        String time = Numbers.significant(hours, 3) + " h";
        rows.add(row(run, "breached time", time, hours, "measured"));
        business.costOfAnHour().ifPresent(cost -> rows.add(row(run, "cost of the breached time", money(business, hours * cost), hours * cost,
                time + " × " + money(business, cost) + " an hour")));
        business.usersInAnHour().ifPresent(users -> rows.add(row(run, "people who came in the breached time", Numbers.count(Math.round(hours * users)), Math.rint(hours * users),
                time + " × " + Numbers.count(Math.round(users)) + " people an hour, if they come evenly")));
    }

    private static List<Block.Cell> row(Requests run, String what, String text, double value, String formula) {
        return List.of(Block.Cell.of(run.name()), Block.Cell.of(what), Block.Cell.of(text, value), Block.Cell.of(formula));
    }

    private static String money(Business business, double amount) {
        String number = amount >= 100 ? Numbers.count(Math.round(amount)) : Numbers.fixed(amount, 2);
        return business.currency().isBlank() ? number : business.currency() + " " + number;
    }

    /// Nanoseconds.
    private static long breached(Requests run, Inputs inputs, Work work) {
        List<String> breaches = Judging.verdicts(List.of(run), inputs, work).stream().filter(each -> each.level() == Verdict.Level.BREACH).map(Verdict::what).toList();
        if (breaches.stream().anyMatch(each -> !each.contains(Judging.IN_INCIDENT))) {
            return inputs.selection().of(run).span().map(TimeSpan::length).orElse(0L);
        }
        Analysis.Run<IncidentsResult> found = Incidents.ANALYSIS.run(inputs.with(List.of(run)), Map.of(), work);
        return found.outcome() instanceof Outcome.Answer<IncidentsResult>(IncidentsResult result)
                ? result.incidents().stream().map(Incident::span).filter(span -> breaches.stream().anyMatch(each ->
                        each.contains(Judging.IN_INCIDENT + Numbers.span(span.start(), span.end(), inputs.zone())))).mapToLong(TimeSpan::length).sum() : 0;
    }
}
