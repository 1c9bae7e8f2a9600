package org.tailwright.readers.jmeter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.text.TimeFormat;
import org.tailwright.readers.text.Words;

/// Parses records out of a window of bytes. Records as JMeter usually writes them go to [Regular]; the others (quotes, transactions, mistakes)
/// are read here one by one, field by field, with the same outcome for those that both can read.
final class Scanner {
    /// Bytes that must be there before the first record, so that words can be read backwards.
    static final int BEFORE = 16;
    /// Bytes that must be there after the window's end and hold line ends, so that words can be read and searches stop.
    static final int SLACK = 80;
    /// A record that is longer has a quote that is not closed.
    static final int LONGEST = 16 << 20;
    /// More milliseconds do not fit into nanoseconds.
    static final long MOST_MILLIS = 4_000_000_000_000L;

    private static final byte[] TRANSACTION = "Number of samples in transaction".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_URL = "null".getBytes(StandardCharsets.US_ASCII);

    final JtlRows samples;
    final JtlRows transactions;
    Diagnostics diagnostics = new Diagnostics();
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
    private final Utf8Pool.Builder[] dictionaries;
    private final Field field = new Field();
    private final Regular regular;
    private byte[] bytes = new byte[0];
    private int end;
    private boolean failed;
    private boolean transaction;
    private boolean untyped;
    private boolean addressed;
    private String wrong = "";

    /// @param fast whether [Regular] is used
    Scanner(Plan plan, boolean fast) {
        this.plan = plan;
        roles = plan.layout().roles().toArray(Role[]::new);
        slots = plan.slots();
        messages = plan.layout().has(Role.MESSAGE);
        delimiter = plan.layout().delimiter();
        delimiters = Words.each(delimiter);
        values = new long[plan.numbers().size()];
        codes = new int[plan.texts().size()];
        dictionaries = new Utf8Pool.Builder[codes.length];
        samples = new JtlRows(values.length, codes.length, JtlPart.BYTES / 96);
        transactions = new JtlRows(values.length, codes.length, 64);
        regular = new Regular(plan, samples, fast);
        clear();
    }

    /// Forgets what was parsed.
    void clear() {
        samples.clear();
        transactions.clear();
        diagnostics = new Diagnostics();
        lines = 0;
        skipped = 0;
        for (int i = 0; i < codes.length; i++) {
            dictionaries[i] = Utf8Pool.builder();
            regular.texts(i, dictionaries[i]);
        }
    }

    /// The texts of the codes of each text column.
    Utf8Pool.Builder[] dictionaries() {
        return dictionaries;
    }

    /// Parses the records that begin in `window[start..limit)`, whose bytes are known up to `known`.
    ///
    /// @return where the first record begins that was not parsed: at least `limit`, or less when it is not wholly known
    int parse(byte[] window, int start, int limit, int known, boolean last) {
        bytes = window;
        end = known;
        int at = start;
        regular.begin(window, limit, known);
        while (at < limit) {
            int next = regular.parse(at);
            lines += regular.count();
            if (next == at) {
                next = single(at, last);
                if (next < 0) {
                    return at;
                }
            }
            at = next;
        }
        return at;
    }

    /// Parses one record; returns where the next begins, -1 when it is not wholly known.
    private int single(int at, boolean last) {
        if (bytes[at] == '\n' || bytes[at] == '\r') {
            lines += bytes[at] == '\n' ? 1 : 0;
            return at + 1;
        }
        long before = lines;
        wrong = "";
        field.open = false;
        int next = row(at);
        if (next > end && !last) {
            if (end - at < LONGEST) {
                lines = before;
                return -1;
            }
            wrong = "no end within " + (LONGEST >> 20) + " MiB";
        }
        if (wrong.isEmpty()) {
            boolean whole = messages ? transaction : untyped && !addressed;
            (whole ? transactions : samples).add(values, codes, failed);
        } else {
            next = refuse(at, next, before, last);
        }
        return Math.min(next, end);
    }

    /// Tells what is wrong with a record.
    ///
    /// @return where to go on: behind the first line of one whose quote is not closed, so that the lines after it are not lost
    private int refuse(int at, int next, long before, boolean last) {
        skipped++;
        boolean cut = last && next > end;
        diagnostics.line(Diagnostic.Severity.WARNING, before + 1, cut ? "the last line is cut: " + wrong : wrong);
        if (next <= end || !field.open) {
            return next;
        }
        int line = at;
        while (bytes[line] != '\n') {
            line++;
        }
        lines = before + 1;
        return line + 1;
    }

    /// Parses one record into `values` and `codes`; returns where the next begins, beyond `end` when this one is not ended.
    private int row(int start) {
        int at = start;
        int column = 0;
        failed = false;
        transaction = false;
        untyped = false;
        addressed = false;
        while (true) {
            at = field.locate(bytes, at, end, delimiters);
            lines += field.lines;
            if (field.open) {
                wrong = "a quoted field is not closed";
            } else if (column < roles.length) {
                field(column);
            }
            if (at >= end || bytes[at] != delimiter) {
                break;
            }
            column++;
            at++;
        }
        if (column + 1 < roles.length && !field.open) {
            wrong = (column + 1) + " fields where " + roles.length + " are due";
        }
        lines++;
        return at + 1;
    }

    private void field(int column) {
        int slot = slots[column];
        switch (roles[column]) {
            case TIME -> time(slot);
            case ELAPSED, BYTES, ACTIVE, LATENCY, CONNECT, INTENDED -> number(slot, roles[column]);
            case LABEL, STATUS, THREAD, EXTRA -> codes[slot] = dictionaries[slot].code(field.text, field.from, field.to);
            case MESSAGE -> transaction = field.begins(TRANSACTION);
            case TYPE -> untyped = field.from == field.to;
            case URL -> addressed = field.to > field.from && !(field.to - field.from == NO_URL.length && field.begins(NO_URL));
            case SUCCESS -> {
                int first = field.to > field.from ? field.text[field.from] | 0x20 : 0;
                failed = first != 't';
                wrong = first == 't' || first == 'f' ? wrong : "success is neither true nor false";
            }
            case SKIP -> { }
        }
    }

    private void time(int slot) {
        TimeFormat format = plan.times();
        if (format == null) {
            number(slot, Role.TIME);
            return;
        }
        long nanos = format.nanos(field.string().strip());
        if (nanos == TimeFormat.NONE) {
            wrong = "the time stamp is no time";
        } else {
            values[slot] = Math.floorDiv(nanos, 1_000_000L) - plan.base();
        }
    }

    private void number(int slot, Role role) {
        long value = field.whole();
        if (value > MOST_MILLIS && role != Role.BYTES) {
            value = JtlRows.MISSING;
        }
        if (slot <= Plan.ELAPSED && value == JtlRows.MISSING) {
            wrong = slot == Plan.TIME ? "the time stamp is no number of milliseconds" : "elapsed is no number of milliseconds";
        }
        values[slot] = slot == Plan.TIME && value != JtlRows.MISSING ? value - plan.base() : value;
    }
}
