package org.tailwright.readers.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes the events of one type of one chunk.
final class Sink {
    /// Times and lengths beyond this (the year 2096) are damage.
    private static final long FARTHEST = 4_000_000_000_000_000_000L;
    private static final long FOREVER = 9_000_000_000_000_000_000L;
    private static final int SOMETIMES = 0xfff;
    private static final Cells NOWHERE = new Cells.Real();
    private static final LongIndex NO_KEYS = new LongIndex();

    final Layout layout;
    private final Pools pools;
    private final Chunk.Clock clock;
    private final @Nullable TypeRows rows;
    private final @Nullable Samples samples;
    private final Layout.Value[] values;
    private final Layout.Form[] forms;
    private final Cells[] cells;
    private final LongIndex[] keys;
    private final long[] lastKeys;
    private final int[] lastCodes;
    /// How many of the values are read.
    private int wanted;
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
    record Into(@Nullable TypeRows rows, @Nullable Samples samples) {}

    Sink(Layout layout, Pools pools, Chunk.Clock clock, Into into) {
        this.layout = layout;
        this.pools = pools;
        this.clock = clock;
        rows = into.rows();
        samples = into.samples();
        int n = layout.values.size();
        wanted = n;
        values = layout.values.toArray(new Layout.Value[n]);
        forms = new Layout.Form[n];
        cells = new Cells[n];
        keys = new LongIndex[n];
        lastKeys = new long[n];
        lastCodes = new int[n];
        for (int i = 0; i < n; i++) {
            forms[i] = values[i].form();
            cells[i] = rows == null || values[i].column() < 0 ? NOWHERE : rows.cells(values[i].column());
            keys[i] = values[i].field().pooled() || forms[i] == Layout.Form.TEXT ? new LongIndex() : NO_KEYS;
            lastKeys[i] = Long.MIN_VALUE;
            lastCodes[i] = -1;
        }
    }

    /// Takes the event whose values begin where `in` stands.
    ///
    /// @param from no event that lasts began before this: what went on when the recording began counts from there
    /// @throws RuntimeException when it is damaged; nothing is kept of it then
    // One method, although long: the compiler then treats it as one piece instead of copying its parts into all their callers.
    void add(Wire in, int end, long from) {
        if (!layout.timed) {
            count++;
            return;
        }
        long ticks = in.number();
        long start = clock.nanos(ticks);
        long length = 0;
        if (layout.duration) {
            long written = in.number();
            length = layout.durationUnit == 0 ? clock.nanos(ticks + written) - start : written * layout.durationUnit;
        }
        int row = rows == null ? -1 : rows.begin();
        stack = 0;
        thread = 0;
        state = -1;
        weight = Double.NaN;
        factor = Double.NaN;
        for (int i = 0; i < wanted; i++) {
            switch (forms[i]) {
                case NUMBER -> number(i, row, in.number());
                case BYTE -> number(i, row, in.single());
                case FLOAT -> real(i, row, Float.intBitsToFloat((int) in.plain(Float.BYTES)));
                case DOUBLE -> real(i, row, Double.longBitsToDouble(in.plain(Double.BYTES)));
                case TEXT -> text(in, i, row);
                case FIELD -> layout.skip(in, values[i].field());
            }
        }
        if (in.at > end || Math.abs(start) > FARTHEST || Math.abs(length) > FARTHEST) {
            throw new IllegalStateException("an event longer than its length, or of another time");
        }
        if (samples != null) {
            samples.add(start, weight(length), stack, thread, state);
        }
        if (rows != null) {
            rows.keep(start, length);
        }
        if ((++count & SOMETIMES) == 0) {
            trim();
        }
        long over = start + Math.max(0, length);
        first = Math.min(first, length > 0 && start < from ? Math.min(from, over) : start);
        last = Math.max(last, over);
    }

    /// A column that was given up meanwhile need not be read any more when no other stands behind it.
    private void trim() {
        while (wanted > 1 && values[wanted - 1].step() == Layout.Step.TEXT && ((Words) cells[wanted - 1]).many()) {
            wanted--;
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

    /// Takes a whole number, or the key of something pooled.
    private void number(int i, int row, long written) {
        Layout.Value value = values[i];
        switch (value.step()) {
            case SKIP, TEXT -> { }
            case POOLED -> ((Words) cells[i]).set(row, pooled(written, i));
            case FLAG -> ((Words) cells[i]).set(row, ((Words) cells[i]).code(written != 0 ? "true" : "false"));
            case CODE -> ((Words) cells[i]).set(row, ((Words) cells[i]).code(whole(written, value.bits())));
            case WHOLE -> ((Cells.Whole) cells[i]).set(row, whole(written, value.bits()));
            case SPAN -> span(whole(written, value.bits()), value.unit(), (Cells.Whole) cells[i], row);
            case REAL -> ((Cells.Real) cells[i]).set(row, whole(written, value.bits()));
            case THREAD -> {
                thread = written;
                if (row >= 0) {
                    ((Words) cells[i]).set(row, pooled(written, i));
                }
            }
            case STACK -> stack = written;
            case WEIGHT -> weight = value.unit() == 0 ? clock.span(written) : (double) whole(written, value.bits()) * value.unit();
            case FACTOR -> factor = whole(written, value.bits());
            case STATE -> state = samples == null ? -1 : pooled(written, i);
        }
    }

    private void real(int i, int row, double written) {
        switch (values[i].step()) {
            case REAL -> ((Cells.Real) cells[i]).set(row, written);
            case WEIGHT -> weight = written;
            case FACTOR -> factor = written;
            default -> { }
        }
    }

    private void text(Wire in, int i, int row) {
        Layout.Step step = values[i].step();
        boolean state = step == Layout.Step.STATE && samples != null;
        if (step == Layout.Step.TEXT || state) {
            byte spelling = in.bytes[in.at];
            int code = -1;
            if (spelling == Wire.NULL) {
                in.at++;
            } else if (spelling == Wire.POOLED) {
                in.at++;
                code = pooled(in.number(), i);
            } else {
                code = state ? samples.states().code(in.text()) : ((Words) cells[i]).written(in);
            }
            if (state) {
                this.state = code;
            } else {
                ((Words) cells[i]).set(row, code);
            }
        } else {
            in.skipText(in.single());
        }
    }

    /// The code of something pooled, in the words it goes to.
    private int pooled(long key, int i) {
        if (key != lastKeys[i]) {
            long known = keys[i].get(key);
            if (known == LongIndex.UNKNOWN) {
                known = code(values[i].field().pooled() ? pools.text(layout.type(values[i].field()), key) : pools.pooled(key), i);
                keys[i].put(key, known);
            }
            lastKeys[i] = key;
            lastCodes[i] = (int) known;
        }
        return lastCodes[i];
    }

    private int code(@Nullable String text, int i) {
        return cells[i] instanceof Words words ? words.code(text) : samples == null ? -1 : samples.states().code(text);
    }

    /// A whole number; short negative ones are written as if they had no sign.
    private static long whole(long written, int bits) {
        int cut = Long.SIZE - Math.abs(bits);
        return bits < 0 ? written << cut >>> cut : written << cut >> cut;
    }

    /// A length of time; the least number stands for an unknown one, the largest for "forever".
    private void span(long written, long unit, Cells.Whole into, int row) {
        if (written == Long.MIN_VALUE) {
            into.set(row, 0);
            into.setMissing(row);
        } else if (written == Long.MAX_VALUE) {
            into.set(row, FOREVER);
        } else {
            into.set(row, unit == 0 ? clock.span(written) : Math.abs(written) > FOREVER / unit ? Long.signum(written) * FOREVER : written * unit);
        }
    }
}
