package org.tailwright.ui.shell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tailwright.data.Dataset;
import org.tailwright.data.Flags;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.statistics.histograms.Spread;
import org.tailwright.ui.views.PauseMarks;
import org.tailwright.work.Work;

/// The whole time range of all data sets at a glance.
///
/// @param whole the range
/// @param counts starts of requests and spans in equal parts of the range
/// @param errors failures among them
/// @param pauseStarts pauses of the garbage collector, of all data sets: starts, nanoseconds since the epoch
/// @param pauseEnds and ends
record Overview(TimeSpan whole, long[] counts, long[] errors, double[] pauseStarts, double[] pauseEnds) {
    /// How many parts.
    static final int PARTS = 480;

    /// What is asked: the data sets and their range.
    record Question(List<Dataset> open, TimeSpan whole) {}

    static Overview of(Question question, Work work) {
        long[] counts = new long[PARTS];
        long[] errors = new long[PARTS];
        for (Dataset data : counted(question.open())) {
            work.check();
            switch (data) {
                case Requests requests -> count(requests, question.whole(), counts, errors, work);
                case Traces traces -> count(traces.roots(), question.whole(), counts, errors, work);
                case Histograms histograms -> count(histograms, question.whole(), counts);
                case Recording _, Metrics _, LoadPoints _ -> { }
            }
        }
        PauseMarks pauses = PauseMarks.of(PauseMarks.sources(question.open()));
        return new Overview(question.whole(), counts, errors, pauses.starts(), pauses.ends());
    }

    /// The kind that says most about arrivals: requests, else spans without a parent, else histograms. They speak of the same work, so only one
    /// kind is counted.
    private static List<Dataset> counted(List<Dataset> open) {
        return List.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES, Dataset.Kind.HISTOGRAMS).stream()
                .map(kind -> open.stream().filter(each -> each.kind() == kind && asked(each)).toList()).filter(same -> !same.isEmpty()).findFirst()
                .map(same -> same.stream().filter(each -> finest(each, same)).toList()).orElse(List.of());
    }

    /// What the runtime does of its own is no arrival.
    private static boolean asked(Dataset data) {
        return !(data instanceof Requests requests && requests.meaning().duration().ofRuntime());
    }

    /// Of histograms of one file only those with most intervals count: the others sum up the same work.
    private static boolean finest(Dataset data, List<Dataset> same) {
        return data.kind() != Dataset.Kind.HISTOGRAMS || same.stream().noneMatch(each -> each.origin().file().equals(data.origin().file())
                && (each.rows() > data.rows() || each.rows() == data.rows() && same.indexOf(each) < same.indexOf(data)));
    }

    /// Whether there is anything to count.
    boolean hasCounts() {
        return Arrays.stream(counts).anyMatch(each -> each > 0);
    }

    private static void count(Requests requests, TimeSpan whole, long[] counts, long[] errors, Work work) {
        Longs starts = requests.starts();
        Flags failures = requests.failures().orElse(null);
        double scale = PARTS / Math.max(1.0, whole.length());
        for (int row = 0; row < starts.size(); row++) {
            if ((row & 0xffff) == 0) {
                work.check();
            }
            long start = starts.at(row);
            if (start >= whole.start() && start <= whole.end()) {
                int part = Math.clamp((long) ((start - whole.start()) * scale), 0, PARTS - 1);
                counts[part]++;
                errors[part] += failures != null && failures.at(row) ? 1 : 0;
            }
        }
    }

    /// Spreads what an interval counted over the parts that it covers; of overlapping tags the one with most values.
    private static void count(Histograms histograms, TimeSpan whole, long[] counts) {
        String tag = histograms.tags().stream().max(Comparator.comparingLong(each -> histograms.count(each).orElse(0))).orElse("");
        for (Histograms.Interval interval : histograms.intervals().stream().filter(each -> histograms.disjoint() || each.tag().equals(tag)).toList()) {
            interval.span().filter(span -> span.overlaps(whole)).ifPresent(span -> {
                Spread spread = Spread.of(span, whole, PARTS);
                long[] shares = spread.of(interval.buckets().total());
                for (int i = 0; i < shares.length; i++) {
                    counts[spread.first() + i] += shares[i];
                }
            });
        }
    }
}
