package org.tailwright.cli;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.catalog.Fitting;
import org.tailwright.catalog.report.Words;
import org.tailwright.charts.Numbers;
import org.tailwright.readers.Diagnostic;
import org.tailwright.statistics.trust.Check;
import org.tailwright.workspace.DatasetSummary;
import org.tailwright.workspace.DatasetTrust;
import org.tailwright.workspace.LatencySummary;
import org.tailwright.workspace.OpenFile;

/// The text of `summary`.
final class SummaryText {
    private static final int SHOWN = 5;
    private static final Map<String, String> TITLES =
            Map.of("latency", "latency", "latencySuccess", "latency of successes", "rootLatency", "latency of whole traces");

    private final PrintStream out;
    private final ZoneId zone;

    SummaryText(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    void print(List<SummaryCommand.FileSummary> files) {
        for (SummaryCommand.FileSummary each : files) {
            if (each.file() instanceof OpenFile.Read read) {
                out.println(read.path() + "  " + read.result().format());
                each.datasets().forEach(this::dataset);
                problems(read);
                each.trust().forEach(trust -> checks(trust, each.trust().size() > 1));
            }
        }
    }

    private void dataset(DatasetSummary summary) {
        StringBuilder line = new StringBuilder("  ").append(Fitting.words(summary.kind())).append(" ").append(clean(summary.name())).append(": ");
        line.append(Numbers.count(summary.rows())).append(summary.rows() == 1 ? " row" : " rows");
        summary.counts().forEach((name, count) -> line.append(", ").append(Numbers.count(count)).append(' ')
                .append(count == 1 && name.endsWith("s") && !name.equals("series") ? name.substring(0, name.length() - 1) : name));
        out.println(line);
        summary.span().ifPresent(span -> out.println("    " + Words.when(span, zone) + " " + zone.getId() + ", " + Numbers.duration(span.length())));
        summary.latencies().forEach((name, latency) -> out.println("    " + TITLES.getOrDefault(name, name) + ": " + words(latency)));
    }

    private static String words(LatencySummary latency) {
        String values = latency.at().entrySet().stream().map(each -> LatencySummary.title(each.getKey()) + " " + Numbers.duration(each.getValue()))
                .collect(Collectors.joining(", "));
        String count = latency.count().isPresent() ? "n = " + Numbers.count(latency.count().getAsLong()) : "n is not told";
        return (values.isEmpty() ? "" : values + " ") + "(" + count + ")" + (latency.missing().isEmpty() ? "" : "; " + latency.missing());
    }

    private void problems(OpenFile.Read read) {
        String doubts = read.result().datasets().stream().flatMap(each -> java.util.stream.Stream.concat(each.origin().trust().assumed().stream(),
                each.origin().trust().doubts().stream())).distinct().collect(Collectors.joining("; "));
        if (!doubts.isEmpty()) {
            out.println("    " + clean(doubts));
        }
        long problems = read.result().problems();
        if (problems > 0) {
            out.println("    " + Numbers.count(problems) + (problems == 1 ? " remark" : " remarks")
                    + (read.result().skipped() > 0 ? ", " + Numbers.count(read.result().skipped()) + " left out" : "") + ":");
            for (Diagnostic each : read.result().diagnostics().subList(0, Math.min(SHOWN, read.result().diagnostics().size()))) {
                out.println("      " + clean(each.words()));
            }
        }
    }

    /// What the rows themselves show: doubts first, and in one line what was checked and is fine.
    private void checks(DatasetTrust trust, boolean several) {
        String name = several ? clean(trust.name()) + ": " : "";
        trust.words(Check.Level.DOUBT).forEach(words -> out.println("    in doubt: " + name + clean(words)));
        trust.words(Check.Level.NOTE).forEach(words -> out.println("    note: " + name + clean(words)));
        String fine = String.join("; ", trust.words(Check.Level.FINE));
        if (!fine.isEmpty()) {
            out.println("    checked: " + name + clean(fine));
        }
    }

    /// Foreign text must not steer the terminal.
    static String clean(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
