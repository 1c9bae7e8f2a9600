package org.tailwright.statistics.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Role;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Figures;
import org.tailwright.work.Work;

/// Explains the answer of [Incidents]: one finding for each incident, written from its numbers.
final class IncidentsSection {
    private IncidentsSection() {}

    static Report.Section explain(Inputs inputs, Map<String, String> parameters, IncidentsResult result) {
        List<Block> blocks = new ArrayList<>();
        for (Incident each : result.incidents()) {
            blocks.add(new Block.Finding(Block.Tone.BAD, title(each, inputs), text(each, inputs)));
        }
        String where = "Sought in " + Numbers.count(result.windows()) + " windows of " + Numbers.duration(result.windowNanos())
                + (result.levels() > 1 ? ", each compared with the others at the same load (" + result.levels() + " levels)." : ".");
        blocks.add(new Block.Text((result.incidents().isEmpty() ? "No incident: no stretch of time is clearly worse than the rest. " : "") + where));
        if (!result.incidents().isEmpty()) {
            blocks.add(picture(inputs, result));
            blocks.add(labels(inputs, result));
        }
        return new Report.Section("incidents", "Incidents", blocks);
    }

    private static Block picture(Inputs inputs, IncidentsResult result) {
        Requests requests = inputs.requests().orElseThrow();
        TimeSpan span = inputs.selection().window().or(requests::span).orElseThrow();
        HeatGrid grid = Distribution.heatMap(requests, Selection.ALL, span, inputs.zone(), Work.NONE);
        Chart chart = DistributionCharts.heatMap(grid, java.util.Optional.empty());
        for (Incident each : result.incidents()) {
            chart = chart.with(new Layer.Box(each.span().start(), each.span().end(), grid.y().low(), grid.y().high(), Role.SELECTION_LINE));
        }
        return new Block.Picture("incidents", chart, chart.spoken() + " " + result.incidents().size() + " incidents are framed.");
    }

    private static Block labels(Inputs inputs, IncidentsResult result) {
        List<Block.Column> columns = List.of(new Block.Column("incident", false), new Block.Column("label", false),
                new Block.Column("requests", true), new Block.Column("p90 inside", true), new Block.Column("p90 outside", true),
                new Block.Column("failed inside", true), new Block.Column("failed outside", true));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Incident each : result.incidents()) {
            for (Incident.LabelShift shift : each.labels()) {
                rows.add(List.of(Block.Cell.of(time(each, inputs)), Block.Cell.of(shift.label()), Block.Cell.of(Numbers.count(shift.n()), shift.n()),
                        Block.Cell.of(Numbers.duration(shift.inside()), shift.inside()),
                        Block.Cell.of(Numbers.duration(shift.outside()), shift.outside()),
                        Block.Cell.of(Numbers.percent(shift.errorsInside()), shift.errorsInside()),
                        Block.Cell.of(Numbers.percent(shift.errorsOutside()), shift.errorsOutside())));
            }
        }
        return new Block.Table("incident-labels", "Labels hit", columns, rows);
    }

    private static String time(Incident incident, Inputs inputs) {
        return Numbers.span(incident.span().start(), incident.span().end(), inputs.zone());
    }

    private static String title(Incident incident, Inputs inputs) {
        boolean slower = incident.inside().p90().value() >= Incidents.SLOWER * incident.outside().p90().value()
                || incident.inside().p50().value() >= Incidents.SLOWER * incident.outside().p50().value();
        String what = !slower ? "More failures" : failing(incident) ? "Slower, with more failures" : "Slower";
        return what + " " + time(incident, inputs);
    }

    private static boolean failing(Incident incident) {
        double in = incident.inside().errors().value();
        return in >= 2 * incident.outside().errors().value() && in > incident.outside().errors().value() + 0.01;
    }

    static String text(Incident incident, Inputs inputs) {
        Incident.Side in = incident.inside();
        Incident.Side out = incident.outside();
        TimeSpan span = incident.span();
        List<String> sentences = new ArrayList<>();
        String[] ends = time(incident, inputs).split("–", 2);
        sentences.add("From " + ends[0] + " to " + ends[1] + " (" + Numbers.duration(span.length()) + ") p99 was **" + Figures.words(in.p99())
                + "** against " + Figures.words(out.p99()) + " in the rest, p50 " + Figures.words(in.p50()) + " against " + Figures.words(out.p50()) + ".");
        if (failing(incident)) {
            sentences.add("**" + share(in.errors()) + "** of the requests failed against " + share(out.errors()) + ".");
        }
        if (!incident.labels().isEmpty()) {
            sentences.add("Hit hardest: " + incident.labels().stream().limit(3).map(each -> each.label() + " (p90 " + Numbers.duration(each.inside())
                    + " against " + Numbers.duration(each.outside()) + ")").collect(Collectors.joining(", ")) + ".");
        }
        incident.contributors().forEach(each -> sentences.add(sentence(each)));
        if (!incident.contributors().isEmpty()) {
            sentences.add("These moved at the same time, which does not prove a cause.");
        }
        return String.join(" ", sentences);
    }

    private static String share(org.tailwright.statistics.Shares.Share share) {
        return share.supported() ? Numbers.percent(share.value(), share.low(), share.high()) : Numbers.percent(share.value());
    }

    private static String sentence(Incident.Contributor each) {
        return switch (each.kind()) {
            case OPERATION -> "Calls of " + each.name() + " grew from " + Numbers.duration(each.outside()) + " to **"
                    + Numbers.duration(each.inside()) + "** on average.";
            case METRIC -> each.name() + " moved from " + value(each.outside(), each.unit()) + " to **" + value(each.inside(), each.unit())
                    + "** (medians).";
            case PAUSES -> "Pauses (" + each.name() + ") took **" + Numbers.percent(each.inside()) + "** of the time against "
                    + Numbers.percent(each.outside()) + ".";
        };
    }

    private static String value(double value, String unit) {
        return switch (unit) {
            case "ns" -> Numbers.duration(value);
            case "B" -> Numbers.bytes(value);
            case "" -> Numbers.number(value);
            default -> Numbers.number(value) + Numbers.SPACE + unit;
        };
    }
}
