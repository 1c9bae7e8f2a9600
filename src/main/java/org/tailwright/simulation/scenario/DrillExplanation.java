package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.simulation.events.Fault;
import org.tailwright.simulation.events.Interval;
import org.tailwright.simulation.events.Why;

/// Explains a simulation: verdict, pictures, tables, what it rests on.
public final class DrillExplanation {
    private DrillExplanation() {}

    /// The section.
    ///
    /// @param faults shaded in the pictures
    public static Report.Section explain(Inputs inputs, Drill drill, List<Fault> faults) {
        Provenance how = new Provenance(List.of(), "", "discrete-event simulation, independent runs, seed " + inputs.seed(), drill.worst().made().runs(),
                "95 %, Student's t over runs");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(drill.variants().stream().limit(4).map(each -> fact(drill, each, how)).toList()));
        blocks.addAll(findings(drill));
        blocks.add(picture("simulate-latency", DrillCharts.latency(drill, faults)));
        blocks.add(picture("simulate-goodput", DrillCharts.goodput(drill, faults)));
        blocks.add(numbers(drill));
        for (Drill.Tried each : drill.variants().size() == 1 ? drill.variants() : drill.variants().subList(1, drill.variants().size())) {
            blocks.add(picture("simulate-busy-" + slug(each.name()), DrillCharts.busy(drill, each, faults)));
            blocks.add(picture("simulate-waiting-" + slug(each.name()), DrillCharts.waiting(drill, each, faults)));
        }
        blocks.add(stations(drill));
        blocks.add(links(drill));
        blocks.add(new Block.Heading("What it rests on"));
        drill.assumed().forEach(each -> blocks.add(new Block.Text(each)));
        blocks.add(new Block.Text(convergence(drill, inputs.seed())));
        return new Report.Section("simulate", drill.title(), blocks);
    }

    private static Block.Fact fact(Drill drill, Drill.Tried each, Provenance how) {
        Interval judged = each.numbers().judged();
        String words = duration(judged);
        int interval = words.indexOf(" [");
        return new Block.Fact(Numbers.percentile(drill.judged()) + ", " + each.name(), new Figure(interval < 0 ? words : words.substring(0, interval),
                interval < 0 ? "" : words.substring(interval + 1), judged.value(), Unit.DURATION, how),
                Numbers.percent(each.health().errors().value()) + " failed", true);
    }

    private static List<Block> findings(Drill drill) {
        List<Block> findings = new ArrayList<>();
        for (Drill.Tried each : drill.variants()) {
            findings.add(finding(drill, each));
            if (each.made().unsteady()) {
                findings.add(new Block.Finding(Block.Tone.WATCH, each.name() + " did not become steady",
                        "The warm-up rule cuts more than half of the run: it is too short, or the load is more than the stations can carry."));
            }
        }
        return findings;
    }

    /// Spans with too few requests say nothing, the whole run may.
    private static Block finding(Drill drill, Drill.Tried each) {
        String of = each.name() + (drill.source().isEmpty() ? "" : ", requests of " + drill.source());
        Interval judged = each.numbers().judged();
        Interval breached = each.health().breachedSeconds();
        String percentile = Numbers.percentile(drill.judged());
        if (!drill.limited()) {
            return new Block.Finding(Block.Tone.PLAIN, of + ": " + percentile + " " + duration(judged), text(each));
        }
        if (breached.value() > 0) {
            return new Block.Finding(breached.low() > 0 ? Block.Tone.BAD : Block.Tone.WATCH, of + ": the objective is breached for " + seconds(breached) + " of the run", text(each));
        }
        if (Double.isNaN(judged.value())) {
            return new Block.Finding(Block.Tone.WATCH, of + ": too few requests ended to tell whether the objective holds", text(each));
        }
        if (judged.value() > drill.limitNanos()) {
            return new Block.Finding(!(judged.low() <= drill.limitNanos()) ? Block.Tone.BAD : Block.Tone.WATCH, of + ": the objective is breached, " + percentile + " of the whole run is " + duration(judged), text(each));
        }
        return drill.thin(each) ? new Block.Finding(Block.Tone.WATCH, of + ": the objective holds over the whole run", "Some spans of time have too few requests to tell it for each of them. " + text(each))
                : new Block.Finding(Block.Tone.GOOD, of + ": the objective holds all the time", text(each));
    }

    private static String text(Drill.Tried each) {
        StringBuilder text = new StringBuilder(each.note()).append(". ");
        if (!each.made().cascade().isEmpty()) {
            text.append("Saturated: ").append(each.made().cascade().stream().map(one -> one.station() + " from " + Numbers.number(one.second()) + Numbers.SPACE + "s on")
                    .collect(Collectors.joining(", then "))).append(". ");
        }
        Map<Why, Double> failures = each.over().failures();
        if (!failures.isEmpty()) {
            text.append("Failures a run: ").append(failures.entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<Why, Double> one) -> -one.getValue()))
                    .limit(3).map(one -> Numbers.number(Math.rint(one.getValue())) + " " + one.getKey().words()).collect(Collectors.joining(", "))).append(". ");
        }
        return text.toString().strip();
    }

    private static Block numbers(Drill drill) {
        List<List<Block.Cell>> rows = drill.variants().stream().map(each -> List.of(Block.Cell.of(each.name()), cell(each.numbers().mean()), cell(each.numbers().p50()),
                cell(each.numbers().p99()), cell(each.numbers().judged()), share(each.health().errors()), rate(each.numbers().goodput()),
                Block.Cell.of(seconds(each.health().breachedSeconds()), each.health().breachedSeconds().value()),
                Block.Cell.of(each == drill.variants().getFirst() ? "" : points(each.made().change().errors()), each.made().change().errors().value()))).toList();
        return new Block.Table("simulate-variants", "Variants", Block.Column.of("variant", "mean", "p50", "p99 of answers",
                Numbers.percentile(drill.judged()) + " with failures", "failed", "goodput", "breached", "failed against baseline"), rows);
    }

    private static Block stations(Drill drill) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Drill.Tried each : drill.variants()) {
            each.over().stations().forEach(station -> rows.add(List.of(Block.Cell.of(each.name()), Block.Cell.of(station.name()), percent(average(station.busy().middle())),
                    percent(station.busy().most()), count(average(station.waiting().middle())), count(station.waiting().most()),
                    count(average(station.refused().middle())))));
        }
        return new Block.Table("simulate-stations", "Stations", List.of(new Block.Column("variant", false), new Block.Column("station", false),
                new Block.Column("busy, mean", true), new Block.Column("busy, highest", true), new Block.Column("waiting, mean", true),
                new Block.Column("waiting, highest", true), new Block.Column("refused /s", true)), rows);
    }

    private static Block links(Drill drill) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Drill.Tried each : drill.variants()) {
            each.over().links().forEach(link -> rows.add(List.of(Block.Cell.of(each.name()), Block.Cell.of(link.name()), count(average(link.retries().middle())),
                    count(link.retries().most()), percent(average(link.open().middle())))));
        }
        return new Block.Table("simulate-calls", "Calls", List.of(new Block.Column("variant", false), new Block.Column("call", false),
                new Block.Column("retries /s, mean", true), new Block.Column("retries /s, highest", true), new Block.Column("breaker open", true)), rows);
    }

    private static String convergence(Drill drill, long seed) {
        Drill.Tried worst = drill.worst();
        return "Seed " + seed + "; all variants from the same random numbers. " + drill.variants().stream().map(each -> each.name() + ": " + each.made().runs() + " runs of about "
                + Numbers.brief(each.health().eventsPerRun()) + " events" + (each.made().precise() ? ", wanted precision reached" : "")).collect(Collectors.joining("; ")) + ". "
                + (worst.made().warmupSeconds() > 0 ? "The first " + Numbers.number(worst.made().warmupSeconds()) + Numbers.SPACE + "s of every run are left out. " : "")
                + "Intervals are simulation error only: more runs shrink them. What the model leaves out is shrunk by nothing.";
    }

    private static Block picture(String id, org.tailwright.charts.Chart chart) {
        return new Block.Picture(id, chart, chart.description());
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static double average(double[] values) {
        return java.util.Arrays.stream(values).filter(each -> !Double.isNaN(each)).average().orElse(Double.NaN);
    }

    private static String duration(Interval of) {
        return Double.isNaN(of.value()) ? Numbers.ABSENT : Double.isInfinite(of.value()) ? "not reached" : Drill.known(of) ? Numbers.duration(of.value(), Math.max(0, of.low()), of.high()) : Numbers.duration(of.value());
    }

    private static String seconds(Interval of) {
        return of.value() == 0 ? "0" + Numbers.SPACE + "s" : Numbers.duration(of.value() * 1e9, Math.max(0, of.low()) * 1e9, of.high() * 1e9);
    }

    private static Block.Cell cell(Interval of) {
        return Block.Cell.of(duration(of), of.value());
    }

    private static Block.Cell share(Interval of) {
        return Block.Cell.of(of.value() == 0 ? "0" : Numbers.percent(of.value(), Math.max(0, of.low()), Math.min(1, of.high())), of.value());
    }

    private static Block.Cell rate(Interval of) {
        return Block.Cell.of(Drill.known(of) ? Numbers.rate(of.value(), Math.max(0, of.low()), of.high()) : Numbers.rate(of.value()), of.value());
    }

    private static Block.Cell percent(double share) {
        return Block.Cell.of(share == 0 ? "0" : Numbers.percent(share), share);
    }

    private static Block.Cell count(double value) {
        return Block.Cell.of(value == 0 ? "0" : value < 0.005 ? "< 0.01" : Numbers.number(value), value);
    }

    private static String points(Interval of) {
        return of.value() == 0 ? "0" : (of.value() > 0 ? "+" : "−") + Numbers.percent(Math.abs(of.value()));
    }
}
