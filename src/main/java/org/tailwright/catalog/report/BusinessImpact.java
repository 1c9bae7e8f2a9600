package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
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
/// The breached time of a run is that of its incidents in which an objective is breached, as long as none is breached in the rest; else its whole measured
/// time. Where nothing is known to be breached and not everything is shown to hold, it is not known. Every number stands with its formula; nothing is
/// projected beyond what was measured.
final class BusinessImpact implements Contributor {
    private static final double HOUR = 3.6e12;

    /// @param nanos empty where the data cannot tell
    /// @param rule that decided
    private record Breached(OptionalLong nanos, String rule) {}

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        Optional<Business> business = material.business().filter(each -> !each.isEmpty());
        if (business.isEmpty()) {
            return Contribution.NONE;
        }
        List<List<Block.Cell>> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Requests run : Judging.judged(material.datasets())) {
            Breached found = breached(run, inputs, work);
            long breached = found.nanos().orElse(0);
            rows(run, found, business.get(), rows);
            if (breached > 0 && business.get().costOfAnHour().isPresent()) {
                sentences.add("The breached time in " + run.name() + ", " + Numbers.duration(breached) + ", cost **"
                        + money(business.get(), breached / HOUR * business.get().costOfAnHour().getAsDouble()) + "** at " + money(business.get(), business.get().costOfAnHour().getAsDouble()) + " an hour.");
            }
        }
        if (rows.isEmpty()) {
            return new Contribution(List.of(new Report.Section("business-impact", "Business impact", List.of(new Block.Text(
                    "Only requests and pauses tell how long an objective was breached; none were opened, so that its cost is not known.")))), List.of(), List.of());
        }
        List<Block> blocks = List.of(new Block.Text("The breached time of a run is that of its incidents in breach where the rest holds or cannot tell, else its whole time. "
                + "What an hour costs and how many people come in an hour was said, not measured; nothing is projected beyond the measured time."),
                new Block.Table("business-impact", "", List.of(new Block.Column("run", false), new Block.Column("what", false), new Block.Column("value", true), new Block.Column("formula", false)), rows)
                        .from(new Provenance(Judging.judged(material.datasets()).stream().map(Requests::name).toList(), "", "", 0, "")));
        return new Contribution(List.of(new Report.Section("business-impact", "Business impact", blocks)), List.of(), sentences);
    }

    private static void rows(Requests run, Breached breached, Business business, List<List<Block.Cell>> rows) {
        if (breached.nanos().isEmpty()) {
            rows.add(row(run, "breached time", "not known", Double.NaN, breached.rule()));
            return;
        }
        double hours = breached.nanos().getAsLong() / HOUR;
        String time = Numbers.significant(hours, 3) + " h";
        rows.add(row(run, "breached time", time, hours, breached.rule()));
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

    private static Breached breached(Requests run, Inputs inputs, Work work) {
        List<Verdict> verdicts = Judging.verdicts(List.of(run), inputs, work);
        List<TimeSpan> incidents = incidents(run, inputs, verdicts, work);
        long inside = incidents.stream().mapToLong(TimeSpan::length).sum();
        List<Verdict> whole = whole(verdicts);
        if (whole.stream().noneMatch(each -> each.level() == Verdict.Level.BREACH)) {
            boolean sure = inside > 0 || whole.stream().allMatch(each -> each.level() == Verdict.Level.HOLDS);
            return new Breached(sure ? OptionalLong.of(inside) : OptionalLong.empty(), sure ? inside > 0 ? "its incidents in breach" : "every objective holds" : "the verdicts do not tell");
        }
        Rows rest = Rows.where(run.table().rows(), row -> incidents.stream().noneMatch(each -> each.contains(run.starts().at(row))));
        boolean only = inside > 0 && whole(Judging.verdicts(List.of(run.select(rest)), inputs, work)).stream().noneMatch(each -> each.level() == Verdict.Level.BREACH);
        return only ? new Breached(OptionalLong.of(inside), "its incidents: without them no objective is breached")
                : new Breached(OptionalLong.of(inputs.selection().of(run).span().map(TimeSpan::length).orElse(0L)), "the whole run, which is in breach" + (inside > 0 ? " without its incidents too" : ""));
    }

    private static List<Verdict> whole(List<Verdict> verdicts) {
        return verdicts.stream().filter(each -> !each.what().contains(Judging.IN_INCIDENT)).toList();
    }

    /// Those in which an objective is breached.
    private static List<TimeSpan> incidents(Requests run, Inputs inputs, List<Verdict> verdicts, Work work) {
        Analysis.Run<IncidentsResult> found = Incidents.ANALYSIS.run(inputs.with(List.of(run)), Map.of(), work);
        return found.outcome() instanceof Outcome.Answer<IncidentsResult>(IncidentsResult result)
                ? result.incidents().stream().map(Incident::span).filter(span -> verdicts.stream().anyMatch(each -> each.level() == Verdict.Level.BREACH
                        && each.what().contains(Judging.IN_INCIDENT + Numbers.span(span.start(), span.end(), inputs.zone())))).toList() : List.of();
    }
}
