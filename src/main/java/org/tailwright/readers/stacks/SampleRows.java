package org.tailwright.readers.stacks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;

/// Samples of one kind while they are collected. A sample is added with [#add]; what else is known of it is said right after.
public final class SampleRows {
    private final String event;
    private final Unit unit;
    private final Longs.Builder nodes = Longs.builder(Unit.NONE);
    private final Doubles.Builder weights;
    private final Map<String, Texts.Builder> labels = new LinkedHashMap<>();
    private Longs.@Nullable Builder starts;
    private double total;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// @param event name of what was sampled ("cpu", "alloc_space", "cycles")
    /// @param unit of the weights
    public SampleRows(String event, Unit unit) {
        this.event = event;
        this.unit = unit;
        weights = Doubles.builder(unit);
    }

    /// Adds a sample.
    ///
    /// @param node innermost node; -1 for a sample without a stack
    public SampleRows add(int node, double weight) {
        nodes.add(node);
        weights.add(weight);
        total += weight;
        return this;
    }

    /// Says when the last sample began, in nanoseconds since the epoch or since an unknown moment.
    public SampleRows start(long nanos) {
        if (starts == null) {
            starts = Longs.builder(Unit.TIME);
        }
        while (starts.size() < size() - 1) {
            starts.addMissing();
        }
        starts.add(nanos);
        first = Math.min(first, nanos);
        last = Math.max(last, nanos + 1);
        return this;
    }

    /// Says until when it lasted.
    public SampleRows end(long nanos) {
        last = Math.max(last, nanos);
        return this;
    }

    /// Says in which thread it was taken.
    public SampleRows thread(String name) {
        return label(Requests.THREAD, name);
    }

    /// Says something else about the last sample; the first word stays when it is said twice.
    public SampleRows label(String column, String value) {
        Texts.Builder texts = labels.computeIfAbsent(column, _ -> Texts.builder());
        if (texts.size() < size()) {
            padded(texts, size() - 1).add(value);
        }
        return this;
    }

    private static Texts.Builder padded(Texts.Builder texts, int size) {
        while (texts.size() < size) {
            texts.addCode(-1);
        }
        return texts;
    }

    /// Number of samples.
    public int size() {
        return nodes.size();
    }

    /// What was sampled.
    public String event() {
        return event;
    }

    /// Unit of the weights.
    public Unit unit() {
        return unit;
    }

    /// All weights together.
    public double total() {
        return total;
    }

    /// From the first start to the last end, where any start is known.
    public Optional<TimeSpan> span() {
        return starts == null || last < first ? Optional.empty() : Optional.of(new TimeSpan(first, last));
    }

    /// The samples table; this is spent.
    Table table() {
        int n = size();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        if (starts != null) {
            while (starts.size() < n) {
                starts.addMissing();
            }
            columns.put(Requests.START, starts.build());
        }
        columns.put(Stacks.NODE, nodes.build());
        columns.put(Requests.WEIGHT, weights.build());
        int[] same = new int[n];
        Arrays.fill(same, 0);
        columns.put("event", Texts.of(same, new Texts.Dictionary(new String[] {event})));
        labels.forEach((name, texts) -> columns.put(columns.containsKey(name) ? name + " (label)" : name, padded(texts, n).build()));
        return Table.of(columns);
    }
}
