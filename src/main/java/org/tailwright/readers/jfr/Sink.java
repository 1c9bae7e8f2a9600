package org.tailwright.readers.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes the events of one type of one chunk.
final class Sink {
    /// Times and lengths beyond this (the year 2096) are damage.
    private static final long FARTHEST = 4_000_000_000_000_000_000L;
    private static final long FOREVER = 9_000_000_000_000_000_000L;

    final Layout layout;
    private final Pools pools;
    private final Chunk.Clock clock;
    private final @Nullable TypeRows rows;
    private final @Nullable Samples samples;
    private final @Nullable Settings settings;
    private final Layout.Value[] values;
    private final Layout.Step[] steps;
    private final Cells[] cells;
    private final LongIndex[] keys;
    private final long[] lastKeys;
    private final int[] lastCodes;
    private long thread;
    private long stack;
    private double weight;
    private double factor;
    private int state;
    /// Events taken.
    long count;
    /// Earliest start and latest end.
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    /// Where the events go, as far as they are wanted.
    record Into(@Nullable TypeRows rows, @Nullable Samples samples, @Nullable Settings settings) {}

    Sink(Layout layout, Pools pools, Chunk.Clock clock, Into into) {
        this.layout = layout;
        this.pools = pools;
        this.clock = clock;
        rows = into.rows();
        samples = into.samples();
        settings = into.settings();
        values = layout.values.toArray(new Layout.Value[0]);
        steps = layout.values.stream().map(Layout.Value::step).toArray(Layout.Step[]::new);
        cells = layout.values.stream().map(each -> rows == null || each.column() < 0 ? Cells.Words.all() : rows.cells(each.column()))
                .toArray(Cells[]::new);
        keys = new LongIndex[values.length];
        Arrays.setAll(keys, i -> new LongIndex());
        lastKeys = new long[values.length];
        Arrays.fill(lastKeys, Long.MIN_VALUE);
        lastCodes = new int[values.length];
        Arrays.fill(lastCodes, -1);
    }

    /// Takes the event whose values begin where `in` stands.
    ///
    /// @param from no event that lasts began before this: what went on when the recording began counts from there
    /// @throws RuntimeException when it is damaged; nothing is kept of it then
    void add(Wire in, int end, long from) {
        if (!layout.timed) {
            count++;
            return;
        }
        if (settings != null) {
            settings.add(new Wire(in));
        }
        long ticks = in.number();
        long start = clock.nanos(ticks);
        long length = 0;
        if (layout.duration) {
            long written = in.number();
            length = layout.durationUnit == 0 ? clock.nanos(ticks + written) - start : written * layout.durationUnit;
        }
        if (Math.abs(start) > FARTHEST || Math.abs(length) > FARTHEST || in.at > end) {
            throw new IllegalStateException("an event of another time");
        }
        if (steps.length > 0) {
            row(in, end, start, length);
        }
        count++;
        long over = start + Math.max(0, length);
        first = Math.min(first, length > 0 && start < from ? Math.min(from, over) : start);
        last = Math.max(last, over);
    }

    private void row(Wire in, int end, long start, long length) {
        int row = rows == null ? -1 : rows.begin();
        stack = 0;
        thread = 0;
        state = -1;
        weight = Double.NaN;
        factor = Double.NaN;
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i]) {
                case SKIP_NUMBER -> in.number();
                case SKIP_BYTES -> in.at += (int) values[i].size();
                case SKIP_TEXT -> in.skipText(in.single());
                case SKIP_FIELD -> layout.skip(in, values[i].field());
                case THREAD -> thread(in, i, row);
                case STACK -> stack = in.number();
                case TEXT -> ((Cells.Words) cells[i]).set(row, ((Cells.Words) cells[i]).code(in, pools));
                case POOLED -> ((Cells.Words) cells[i]).set(row, pooled(in.number(), i, (Cells.Words) cells[i]));
                case FLAG -> ((Cells.Words) cells[i]).set(row, ((Cells.Words) cells[i]).code(in.single() != 0 ? "true" : "false"));
                case CODE -> ((Cells.Words) cells[i]).set(row, ((Cells.Words) cells[i]).code(whole(in, values[i].number())));
                case WHOLE -> ((Cells.Whole) cells[i]).set(row, whole(in, values[i].number()));
                case SPAN -> span(in, values[i], (Cells.Whole) cells[i], row);
                case REAL -> ((Cells.Real) cells[i]).set(row, whole(in, values[i].number()));
                case FLOAT -> ((Cells.Real) cells[i]).set(row, Float.intBitsToFloat((int) in.plain(Float.BYTES)));
                case DOUBLE -> ((Cells.Real) cells[i]).set(row, Double.longBitsToDouble(in.plain(Double.BYTES)));
                case WEIGHT -> weight = real(in, values[i]);
                case FACTOR -> factor = real(in, values[i]);
                case STATE -> state = state(in, i);
            }
        }
        if (in.at > end) {
            throw new IllegalStateException("an event longer than its length");
        }
        if (samples != null) {
            samples.add(start, weight(length), stack, thread, state);
        }
        if (rows != null) {
            rows.keep(start, length);
        }
    }

    /// Forgets an event that turned out to be damaged.
    void drop() {
        if (rows != null) {
            rows.drop();
        }
    }

    private double weight(long length) {
        double own = Double.isNaN(weight) ? factor : Double.isNaN(factor) ? weight : weight * factor;
        return own > 0 ? own : layout.duration && length > 0 ? length : 1;
    }

    private void thread(Wire in, int i, int row) {
        thread = in.number();
        if (row >= 0) {
            ((Cells.Words) cells[i]).set(row, pooled(thread, i, (Cells.Words) cells[i]));
        }
    }

    private int pooled(long key, int i, Cells.Words words) {
        if (key != lastKeys[i]) {
            long known = keys[i].get(key);
            if (known == LongIndex.UNKNOWN) {
                known = words.code(pools.text(layout.type(values[i].field()), key));
                keys[i].put(key, known);
            }
            lastKeys[i] = key;
            lastCodes[i] = (int) known;
        }
        return lastCodes[i];
    }

    private int state(Wire in, int i) {
        if (samples == null) {
            return -1;
        }
        return values[i].field().pooled() ? pooled(in.number(), i, samples.states()) : samples.states().code(in, pools);
    }

    /// A whole number; negative ones are written as if they had no sign.
    private static long whole(Wire in, Layout.Number number) {
        return switch (number) {
            case LONG -> in.number();
            case INT -> (int) in.number();
            case SHORT -> (short) in.number();
            case BYTE -> in.single();
            case UNSIGNED_INT -> in.number() & 0xffff_ffffL;
            case UNSIGNED_SHORT -> in.number() & 0xffff;
            case UNSIGNED_BYTE -> in.single() & 0xff;
            case FLOAT, DOUBLE -> throw new IllegalStateException("no whole number");
        };
    }

    private double real(Wire in, Layout.Value value) {
        return switch (value.number()) {
            case FLOAT -> Float.intBitsToFloat((int) in.plain(Float.BYTES));
            case DOUBLE -> Double.longBitsToDouble(in.plain(Double.BYTES));
            default -> value.size() == 0 ? clock.span(in.number()) : (double) whole(in, value.number()) * value.size();
        };
    }

    /// A length of time; the least number stands for an unknown one, the largest for "forever".
    private void span(Wire in, Layout.Value value, Cells.Whole into, int row) {
        long written = whole(in, value.number());
        if (written == Long.MIN_VALUE) {
            into.set(row, 0);
            into.setMissing(row);
        } else if (written == Long.MAX_VALUE) {
            into.set(row, FOREVER);
        } else {
            long size = value.size();
            into.set(row, size == 0 ? clock.span(written) : Math.abs(written) > FOREVER / size ? Long.signum(written) * FOREVER : written * size);
        }
    }
}
