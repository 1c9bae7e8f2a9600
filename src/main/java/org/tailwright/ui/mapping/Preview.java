package org.tailwright.ui.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Selection;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.work.Work;
import org.tailwright.workspace.DatasetSummary;
import org.tailwright.workspace.LatencySummary;

/// What reading a file in some way would give, tried on its beginning.
///
/// @param facts numbers to look at: does this make sense?
/// @param problems the first lines that could not be read, and how many more
/// @param assumed what the reader takes for granted
/// @param refusal why nothing can be read, empty otherwise
public record Preview(List<Fact> facts, List<String> problems, List<String> assumed, String refusal) {
    /// How much of a file is tried, in bytes: read in a few hundredths of a second.
    public static final int BYTES = 256 << 10;

    private static final int SHOWN = 3;

    /// A number with its name.
    public record Fact(String name, String value) {}

    public Preview {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
        assumed = List.copyOf(assumed);
    }

    /// Tries it.
    ///
    /// @param beginning of the file
    /// @param whole whether that is all of it
    public static Preview of(Source beginning, boolean whole, ReadOptions options, Work work) throws IOException {
        try {
            ReadResult result = DelimitedText.any().read(beginning, options, work);
            return result.datasets().isEmpty() ? refused("there is nothing in it") : of(result, whole, options);
        } catch (UnreadableFile e) {
            return refused(e.getMessage() + (e.position().isEmpty() ? "" : " (" + e.position() + ")"));
        }
    }

    private static Preview refused(String why) {
        return new Preview(List.of(), List.of(), List.of(), why);
    }

    private static Preview of(ReadResult result, boolean whole, ReadOptions options) {
        Dataset data = result.datasets().getFirst();
        DatasetSummary summary = DatasetSummary.of(data, Selection.ALL).getFirst();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("rows", Numbers.count(data.origin().trust().read()) + (whole ? "" : " in the first " + Numbers.bytes(BYTES))));
        if (result.skipped() > 0) {
            facts.add(new Fact("left out", Numbers.count(result.skipped())));
        }
        data.span().ifPresent(span -> {
            facts.add(new Fact("from", Numbers.timestamp(span.start(), options.zone())));
            facts.add(new Fact("lasts", Numbers.duration(span.length())));
        });
        LatencySummary latency = summary.latencies().get("latency");
        if (latency != null) {
            Stream.of("p50", "p99").filter(latency.at()::containsKey)
                    .forEach(name -> facts.add(new Fact(LatencySummary.title(name), Numbers.duration(latency.at().get(name)))));
        }
        if (summary.counts().containsKey("errors")) {
            facts.add(new Fact("failed", Numbers.count(summary.counts().get("errors"))));
        }
        if (data instanceof Metrics metrics) {
            facts.add(new Fact("series", series(metrics)));
        }
        if (data instanceof LoadPoints points) {
            facts.add(new Fact("load", range(points.loads())));
            facts.add(new Fact("throughput", range(points.throughputs()) + " per second"));
        }
        List<String> problems = new ArrayList<>(result.diagnostics().stream().limit(SHOWN).map(each -> each.words()).toList());
        if (result.problems() > SHOWN) {
            problems.add("and " + Numbers.count(result.problems() - SHOWN) + " more");
        }
        return new Preview(facts, problems, data.origin().trust().assumed(), "");
    }

    private static String series(Metrics metrics) {
        List<String> names = metrics.series().stream().map(each -> each.name()).distinct().toList();
        String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return Numbers.count(metrics.series().size()) + " (" + first + (names.size() > SHOWN ? ", …" : "") + ")";
    }

    private static String range(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double each : values) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        return Numbers.number(least) + " to " + Numbers.number(most);
    }
}
