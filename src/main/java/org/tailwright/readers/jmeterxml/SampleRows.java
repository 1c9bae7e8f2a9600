package org.tailwright.readers.jmeterxml;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// Rows of one kind: samples, sub-results or transactions.
final class SampleRows {
    private static final long MILLI = 1_000_000;
    private static final int MOST_EXTRAS = 32;

    private long[] times = new long[256];
    private long[] durations = new long[256];
    private int size;
    private final Texts.Builder labels = Texts.builder();
    private final Texts.Builder codes = Texts.builder();
    private final Texts.Builder threads = Texts.builder();
    private final Longs.Builder latencies = Longs.builder(Unit.DURATION);
    private final Longs.Builder connects = Longs.builder(Unit.DURATION);
    private final Longs.Builder bytes = Longs.builder(Unit.BYTES);
    private final Longs.Builder actives = Longs.builder(Unit.COUNT);
    private final Doubles.Builder weights = Doubles.builder(Unit.COUNT);
    private final BitSet failed = new BitSet();
    private final BitSet used = new BitSet();
    private final SequencedMap<String, Texts.Builder> extras = new LinkedHashMap<>();
    private long several;

    private enum Use { LABEL, CODE, THREAD, LATENCY, CONNECT, BYTES, ACTIVE, SUCCESS }

    /// Adds a sample; one that stands for several becomes their mean with a weight.
    void add(SampleAttributes sample) {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.addExact(size, size));
            durations = Arrays.copyOf(durations, 2 * size);
        }
        times[size] = sample.time * MILLI;
        durations[size] = sample.elapsed * MILLI / sample.samples;
        weights.add(sample.samples);
        several += sample.samples > 1 ? 1 : 0;
        labels.add(text(Use.LABEL, sample.label));
        codes.add(text(Use.CODE, sample.code));
        threads.add(text(Use.THREAD, sample.thread));
        number(Use.LATENCY, latencies, sample.latency, MILLI);
        number(Use.CONNECT, connects, sample.connect, MILLI);
        number(Use.BYTES, bytes, sample.bytes, 1);
        number(Use.ACTIVE, actives, sample.active, 1);
        failed.set(size, text(Use.SUCCESS, sample.success) != null && !sample.success.equals("true"));
        for (int i = 0; i < sample.extras.size(); i += 2) {
            extra(sample.extras.get(i), sample.extras.get(i + 1));
        }
        size++;
    }

    private @Nullable String text(Use use, String value) {
        if (value.isEmpty()) {
            return null;
        }
        used.set(use.ordinal());
        return value;
    }

    private void number(Use use, Longs.Builder builder, long value, long factor) {
        if (value < 0 || value >= 1L << 43) {
            builder.addMissing();
        } else {
            used.set(use.ordinal());
            builder.add(value * factor);
        }
    }

    /// A value of the user's own; a name that comes twice counts once.
    private void extra(String name, String value) {
        Texts.Builder builder = extras.get(name);
        if (builder == null) {
            if (extras.size() >= MOST_EXTRAS) {
                return;
            }
            builder = Texts.builder();
            extras.put(name, builder);
        }
        pad(builder, size);
        if (builder.size() == size) {
            builder.add(value);
        }
    }

    private static void pad(Texts.Builder builder, int rows) {
        while (builder.size() < rows) {
            builder.add(null);
        }
    }

    int size() {
        return size;
    }

    /// How many rows stand for more than one sample.
    long several() {
        return several;
    }

    /// The table; this collector is spent.
    ///
    /// @param atEnd whether the time stamps mark the ends
    Table table(boolean atEnd) {
        long[] starts = Arrays.copyOf(times, size);
        for (int i = 0; i < size && atEnd; i++) {
            starts[i] -= durations[i];
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, Arrays.copyOf(durations, size)));
        put(columns, Use.LABEL, Requests.LABEL, labels.build());
        put(columns, Use.CODE, Requests.STATUS, codes.build());
        put(columns, Use.THREAD, Requests.THREAD, threads.build());
        put(columns, Use.SUCCESS, Requests.FAILED, Flags.of(failed, size));
        put(columns, Use.ACTIVE, Requests.ACTIVE, actives.build());
        put(columns, Use.LATENCY, "time to first byte", latencies.build());
        put(columns, Use.CONNECT, "connect", connects.build());
        put(columns, Use.BYTES, "bytes", bytes.build());
        if (several > 0) {
            columns.put(Requests.WEIGHT, weights.build());
        }
        for (Map.Entry<String, Texts.Builder> each : extras.entrySet()) {
            pad(each.getValue(), size);
            columns.put(columns.containsKey(each.getKey()) ? each.getKey() + " (extra)" : each.getKey(), each.getValue().build());
        }
        return Table.of(columns);
    }

    private void put(SequencedMap<String, Column> columns, Use use, String name, Column column) {
        if (used.get(use.ordinal())) {
            columns.put(name, column);
        }
    }
}
