package org.tailwright.traces;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Spans by service and operation.
public final class Operations {
    /// One operation of one service.
    ///
    /// @param spans how many were recorded, and how many of them failed
    /// @param calls how many they stand for: the sum of their weights
    /// @param times durations of the recorded spans
    public record Operation(String service, String name, Spans spans, double calls, Times times) {}

    /// Numbers of spans.
    public record Spans(long all, long failed) {}

    /// Times in nanoseconds.
    ///
    /// @param total sum of durations, weighted
    /// @param self sum of self times, weighted
    /// @param p50 median: order statistic ceil(np), weighted where spans were sampled
    /// @param p99 99th percentile, likewise
    public record Times(double total, double self, long p50, long p99) {}

    private Operations() {}

    /// The operations of the spans in `rows`, most self time first.
    ///
    /// @param self self time of each row of the forest
    public static List<Operation> of(SpanForest forest, long[] self, Rows rows, Work work) {
        Table spans = forest.table();
        Texts services = spans.texts(Requests.SERVICE).orElseThrow();
        Texts labels = spans.texts(Requests.LABEL).orElseThrow();
        Pairs pairs = new Pairs();
        int[] groups = IntStream.range(0, rows.size()).map(i -> pairs.code(services.code(rows.at(i)), labels.code(rows.at(i)))).toArray();
        Lists members = Lists.of(pairs.size(), groups.length, i -> groups[i]);
        List<Operation> found = Pool.map(pairs.size(), work, group -> operation(spans, self, rows, members, group));
        return found.stream().sorted(Comparator.comparingDouble((Operation each) -> -each.times().self())
                .thenComparing(Operation::service).thenComparing(Operation::name)).toList();
    }

    private static Operation operation(Table spans, long[] self, Rows rows, Lists members, int group) {
        Longs durations = spans.longs(Requests.DURATION).orElseThrow();
        Optional<Doubles> weights = spans.doubles(Requests.WEIGHT);
        Optional<Flags> failures = spans.flags(Requests.FAILED);
        int n = members.size(group);
        long[] values = new long[n];
        int[] own = new int[n];
        double calls = 0;
        double total = 0;
        double selfTotal = 0;
        long failed = 0;
        for (int i = 0; i < n; i++) {
            int row = rows.at(members.at(group, i));
            own[i] = row;
            values[i] = durations.at(row);
            double weight = weights.isPresent() ? weights.get().at(row) : 1;
            calls += weight;
            total += weight * values[i];
            selfTotal += weight * self[row];
            failed += failures.isPresent() && failures.get().at(row) ? 1 : 0;
        }
        Sample sample = Sample.of(values, own, weights, Work.NONE);
        return new Operation(spans.texts(Requests.SERVICE).orElseThrow().at(own[0]), spans.texts(Requests.LABEL).orElseThrow().at(own[0]),
                new Spans(n, failed), calls, new Times(total, selfTotal, sample.quantile(0.5), sample.quantile(0.99)));
    }
}
