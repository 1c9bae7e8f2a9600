package org.tailwright.readers.jmeter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.text.Packed;
import org.tailwright.readers.text.TimeFormat;

/// Parses records out of a window of bytes: no `String` per field, eight bytes at a time to the end of a field.
final class Scanner {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LINES = ONES * '\n';
    /// More milliseconds do not fit into nanoseconds.
    private static final long MOST_MILLIS = 4_000_000_000_000L;
    private static final byte[] TRANSACTION = "Number of samples in transaction".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_URL = "null".getBytes(StandardCharsets.US_ASCII);

    /// Bytes after the window's end that must be there and hold line ends, so that every search stops.
    static final int SLACK = 16;

    final JtlRows samples;
    final JtlRows transactions;
    final Utf8Pool.Builder[] dictionaries;
    final Diagnostics diagnostics = new Diagnostics();
    long lines;
    long skipped;

    private final Plan plan;
    private final Role[] roles;
    private final int[] slots;
    private final boolean messages;
    private final byte delimiter;
    private final long delimiters;
    private final long[] values;
    private final int[] codes;
    private byte[] bytes = new byte[0];
    private int end;
    private int fieldEnd;
    private int from;
    private int to;
    private byte[] text = bytes;
    private boolean failed;
    private boolean transaction;
    private boolean untyped;
    private boolean addressed;
    private String wrong = "";

    Scanner(Plan plan, int capacity) {
        this.plan = plan;
        roles = plan.layout().roles().toArray(Role[]::new);
        slots = plan.slots();
        messages = plan.layout().has(Role.MESSAGE);
        delimiter = plan.layout().delimiter();
        delimiters = ONES * (delimiter & 0xff);
        values = new long[plan.numbers().size()];
        codes = new int[plan.texts().size()];
        dictionaries = new Utf8Pool.Builder[codes.length];
        for (int i = 0; i < codes.length; i++) {
            dictionaries[i] = Utf8Pool.builder();
        }
        samples = new JtlRows(values.length, codes.length, capacity);
        transactions = new JtlRows(values.length, codes.length, 16);
    }

    /// Parses the records that begin in `window[start..limit)`, whose bytes are known up to `known`.
    ///
    /// @return where the first record begins that was not parsed: at least `limit`, or less when it is not wholly known
    int parse(byte[] window, int start, int limit, int known, boolean last) {
        bytes = window;
        end = known;
        int at = start;
        while (at < limit) {
            if (window[at] == '\n' || window[at] == '\r') {
                lines += window[at] == '\n' ? 1 : 0;
                at++;
                continue;
            }
            long before = lines;
            int next = row(at);
            if (next > end && !last) {
                lines = before;
                return at;
            }
            keep(before + 1, last && next > end);
            at = Math.min(next, end);
        }
        return at;
    }

    /// Gives up the window, which is large.
    void close() {
        bytes = new byte[0];
        text = bytes;
    }

    /// Parses one record into `values` and `codes`; returns where the next begins, beyond `end` when this one is not ended.
    private int row(int start) {
        int at = start;
        int column = 0;
        failed = false;
        transaction = false;
        untyped = false;
        addressed = false;
        wrong = "";
        while (true) {
            if (column < roles.length) {
                field(at, column);
            } else {
                locate(at);
            }
            at = fieldEnd;
            if (at >= end) {
                break;
            }
            if (bytes[at] != delimiter) {
                break;
            }
            column++;
            at++;
        }
        if (column + 1 < roles.length) {
            wrong = (column + 1) + " fields where " + roles.length + " are due";
        }
        lines++;
        return at + 1;
    }

    private void field(int at, int column) {
        switch (roles[column]) {
            case TIME -> time(at);
            case ELAPSED, BYTES, ACTIVE, LATENCY, CONNECT, INTENDED -> number(at, column);
            case LABEL, STATUS, THREAD, EXTRA -> {
                locate(at);
                codes[slots[column]] = dictionaries[slots[column]].code(text, from, to);
            }
            case MESSAGE -> {
                locate(at);
                transaction = begins(TRANSACTION);
            }
            case SUCCESS -> {
                locate(at);
                boolean yes = to > from && (text[from] | 0x20) == 't';
                failed = !yes;
                if (!yes && (to == from || (text[from] | 0x20) != 'f')) {
                    wrong = "success is neither true nor false";
                }
            }
            case TYPE -> {
                locate(at);
                untyped = from == to;
            }
            case URL -> {
                locate(at);
                addressed = !(from == to || to - from == 4 && begins(NO_URL));
            }
            case SKIP -> locate(at);
        }
    }

    private boolean begins(byte[] wanted) {
        return to - from >= wanted.length && text[from] == wanted[0]
                && java.util.Arrays.equals(text, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private void time(int at) {
        if (plan.times() == null) {
            number(at, -1);
            return;
        }
        locate(at);
        TimeFormat format = plan.times();
        long nanos = format.nanos(new String(text, from, to - from, StandardCharsets.UTF_8).strip());
        if (nanos == TimeFormat.NONE) {
            wrong = "the time stamp is no time";
        } else {
            values[Plan.TIME] = Math.floorDiv(nanos, 1_000_000L) - plan.base();
        }
    }

    /// A whole number; column -1 is the time stamp.
    private void number(int start, int column) {
        int at = start;
        long value = 0;
        int digit = bytes[at] - '0';
        while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            digit = bytes[++at] - '0';
        }
        boolean plain = at > start && at - start < 19 && (bytes[at] == delimiter || bytes[at] == '\n');
        if (plain) {
            fieldEnd = at;
        } else {
            locate(start);
            value = irregular();
        }
        if (value > MOST_MILLIS && (column < 0 || roles[column] != Role.BYTES)) {
            value = Packed.MISSING;
        }
        int slot = column < 0 ? Plan.TIME : slots[column];
        if (slot <= Plan.ELAPSED && value == Packed.MISSING) {
            wrong = slot == Plan.TIME ? "the time stamp is no number of milliseconds" : "elapsed is no number of milliseconds";
        }
        values[slot] = slot == Plan.TIME && value != Packed.MISSING ? value - plan.base() : value;
    }

    /// A quoted number, one before a carriage return, or none.
    private long irregular() {
        long value = 0;
        if (to == from || to - from > 18) {
            return Packed.MISSING;
        }
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Packed.MISSING;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// Finds the field that begins at `at`: its text in `text[from..to)`, its end in `fieldEnd`.
    private void locate(int at) {
        if (bytes[at] == '"' && at < end) {
            quoted(at + 1);
            return;
        }
        text = bytes;
        from = at;
        fieldEnd = stop(at);
        to = fieldEnd;
        if (to > from && bytes[fieldEnd] == '\n' && bytes[to - 1] == '\r') {
            to--;
        }
    }

    private int stop(int start) {
        int at = start;
        while (true) {
            long word = (long) LONG.get(bytes, at);
            long a = word ^ delimiters;
            long b = word ^ LINES;
            long found = (a - ONES & ~a | b - ONES & ~b) & HIGHS;
            if (found != 0) {
                return Math.min(end, at + (Long.numberOfTrailingZeros(found) >>> 3));
            }
            at += 8;
            if (at >= end) {
                return end;
            }
        }
    }

    /// A quoted field whose text begins at `start`; doubled quotes stand for one.
    private void quoted(int start) {
        int at = start;
        int doubled = 0;
        while (at < end && (bytes[at] != '"' || bytes[at + 1] == '"' && at + 1 < end)) {
            if (bytes[at] == '"') {
                doubled++;
                at++;
            } else if (bytes[at] == '\n') {
                lines++;
            }
            at++;
        }
        text = bytes;
        from = start;
        to = Math.min(at, end);
        fieldEnd = at >= end ? end : stop(at + 1);
        if (at >= end) {
            wrong = "a quoted field is not closed";
        }
        if (doubled > 0) {
            text = undoubled(doubled);
            from = 0;
            to = text.length;
        }
    }

    private byte[] undoubled(int doubled) {
        byte[] plain = new byte[to - from - doubled];
        int n = 0;
        for (int i = from; i < to && n < plain.length; i++) {
            plain[n++] = bytes[i];
            if (bytes[i] == '"') {
                i++;
            }
        }
        return plain;
    }

    private void keep(long line, boolean cut) {
        if (!wrong.isEmpty()) {
            skipped++;
            diagnostics.line(Diagnostic.Severity.WARNING, line, cut ? "the last line is cut: " + wrong : wrong);
            return;
        }
        boolean whole = messages ? transaction : untyped && !addressed;
        (whole ? transactions : samples).add(values, codes, failed);
    }
}
