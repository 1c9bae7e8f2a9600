package org.tailwright.readers.jmeter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.text.TimeFormat;

/// Parses records out of a window of bytes: no `String` per field, eight bytes at a time, and a short field that is the same as in the record
/// before is only compared.
///
/// The parsed values of a column stay from record to record; `seen` holds the bytes (with the delimiter) that they came from, under the
/// mask in `masks`. A mask of 0 with a `seen` of 1 never matches.
final class Scanner {
    /// Bytes after the window's end that must be there and hold line ends, so that every search stops.
    static final int SLACK = 16;
    /// A record that is longer has a quote that is not closed.
    static final int LONGEST = 16 << 20;

    private static final long MOST_MILLIS = 4_000_000_000_000L;
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
    private final long[] seen;
    private final long[] masks;
    private final int[] lengths;
    private final long[] values;
    private final int[] codes;
    private final Utf8Pool.Builder[] dictionaries;
    private final Field field = new Field();
    private byte[] bytes = new byte[0];
    private int end;
    private boolean failed;
    private boolean transaction;
    private boolean untyped;
    private boolean addressed;
    private String wrong = "";

    Scanner(Plan plan) {
        this.plan = plan;
        roles = plan.layout().roles().toArray(Role[]::new);
        slots = plan.slots();
        messages = plan.layout().has(Role.MESSAGE);
        delimiter = plan.layout().delimiter();
        delimiters = Words.each(delimiter);
        seen = new long[roles.length];
        masks = new long[roles.length];
        lengths = new int[roles.length];
        values = new long[plan.numbers().size()];
        codes = new int[plan.texts().size()];
        dictionaries = new Utf8Pool.Builder[codes.length];
        samples = new JtlRows(values.length, codes.length, JtlPart.BYTES / 96);
        transactions = new JtlRows(values.length, codes.length, 64);
        clear();
    }

    /// Forgets what was parsed.
    void clear() {
        samples.clear();
        transactions.clear();
        diagnostics = new Diagnostics();
        lines = 0;
        skipped = 0;
        Arrays.fill(masks, 0);
        Arrays.fill(seen, 1);
        for (int i = 0; i < codes.length; i++) {
            dictionaries[i] = Utf8Pool.builder();
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
        while (at < limit) {
            long before = lines;
            if (window[at] == '\n' || window[at] == '\r') {
                lines += window[at] == '\n' ? 1 : 0;
                at++;
                continue;
            }
            wrong = "";
            field.open = false;
            int next = row(at);
            if (next > end && !last) {
                if (end - at < LONGEST) {
                    lines = before;
                    return at;
                }
                wrong = "no end within " + (LONGEST >> 20) + " MiB";
            }
            if (wrong.isEmpty()) {
                keep();
            } else {
                next = refuse(at, next, before, last);
            }
            at = Math.min(next, end);
        }
        return at;
    }

    /// Tells what is wrong with a record.
    ///
    /// @return where to go on: behind the first line of one whose quote is not closed, so that the lines after it are not lost
    private int refuse(int at, int next, long before, boolean last) {
        boolean open = next > end && field.open;
        boolean cut = last && next > end;
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, before + 1, cut ? "the last line is cut: " + wrong : wrong);
        if (!open) {
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
        int last = roles.length - 1;
        int column = 0;
        while (true) {
            at = field(at, column);
            if (bytes[at] != delimiter || at >= end) {
                break;
            }
            at++;
            if (column == last) {
                at = surplus(at);
                break;
            }
            column++;
        }
        if (column < last) {
            wrong = (column + 1) + " fields where " + roles.length + " are due";
        } else if (bytes[at] == '\r') {
            at++;
        }
        lines++;
        return at + 1;
    }

    /// Passes fields that no column is named for.
    private int surplus(int start) {
        int at = start;
        while (true) {
            at = field.locate(bytes, at, end, delimiters);
            lines += field.lines;
            if (bytes[at] != delimiter || at >= end) {
                return at;
            }
            at++;
        }
    }

    /// Parses the field of a column that begins at `at`.
    ///
    /// @return where it ends
    private int field(int at, int column) {
        long word = Words.at(bytes, at);
        if ((word & masks[column]) == seen[column]) {
            return at + lengths[column];
        }
        return switch (roles[column]) {
            case TIME -> time(at, word, column);
            case ELAPSED, BYTES, ACTIVE, LATENCY, CONNECT, INTENDED -> number(at, word, column);
            case LABEL, STATUS, THREAD, EXTRA -> text(at, word, column);
            case MESSAGE, TYPE, SUCCESS, URL -> mark(at, column);
            case SKIP -> skip(at, column);
        };
    }

    /// Remembers the field of a column if it is short.
    private int remembered(int at, int to, int column) {
        int length = to - at;
        if (length < Long.BYTES && bytes[to] == delimiter) {
            masks[column] = -1L >>> 8 * (Long.BYTES - 1 - length);
            seen[column] = Words.at(bytes, at) & masks[column];
            lengths[column] = length;
        }
        return to;
    }

    private int skip(int at, int column) {
        if (bytes[at] == '"') {
            return located(at);
        }
        return remembered(at, Words.end(bytes, at, delimiters), column);
    }

    private int located(int at) {
        int to = field.locate(bytes, at, end, delimiters);
        lines += field.lines;
        if (field.open) {
            wrong = "a quoted field is not closed";
        }
        return to;
    }

    private void forget(int column) {
        masks[column] = 0;
        seen[column] = 1;
    }

    private int text(int start, long first, int column) {
        int slot = slots[column];
        forget(column);
        if ((byte) first == '"') {
            int to = located(start);
            codes[slot] = dictionaries[slot].code(field.text, field.from, field.to);
            return to;
        }
        int at = start;
        long word = first;
        long hash = 0;
        long found = Words.ends(word, delimiters);
        while (found == 0) {
            hash = Utf8Pool.mixed(hash, word);
            at += Long.BYTES;
            word = Words.at(bytes, at);
            found = Words.ends(word, delimiters);
        }
        int bits = Long.numberOfTrailingZeros(found) - 7;
        int to = at + (bits >>> 3);
        if (bytes[to] == '\n' && to > start && bytes[to - 1] == '\r') {
            codes[slot] = dictionaries[slot].code(bytes, start, to - 1);
            return to;
        }
        codes[slot] = dictionaries[slot].code(bytes, start, to, Utf8Pool.finished(hash, word & ~(-1L << bits), to - start));
        return at == start ? remembered(start, to, column) : to;
    }

    /// A field that says what kind of row it is.
    private int mark(int at, int column) {
        int to = located(at);
        forget(column);
        byte[] text = field.text;
        int from = field.from;
        int length = field.to - from;
        switch (roles[column]) {
            case MESSAGE -> transaction = begins(TRANSACTION);
            case TYPE -> untyped = length == 0;
            case URL -> addressed = !(length == 0 || length == NO_URL.length && begins(NO_URL));
            default -> {
                boolean yes = length > 0 && (text[from] | 0x20) == 't';
                failed = !yes;
                if (!yes && (length == 0 || (text[from] | 0x20) != 'f')) {
                    wrong = "success is neither true nor false";
                    return to;
                }
            }
        }
        return text == bytes && from == at ? remembered(at, to, column) : to;
    }

    private boolean begins(byte[] wanted) {
        return field.to - field.from >= wanted.length && field.text[field.from] == wanted[0]
                && Arrays.equals(field.text, field.from, field.from + wanted.length, wanted, 0, wanted.length);
    }

    /// The time stamp: usually 13 digits, of which the first eight change rarely.
    private int time(int at, long word, int column) {
        if (plan.times() != null) {
            return calendar(at, plan.times());
        }
        long rest = Words.at(bytes, at + Long.BYTES);
        int n = Words.digits(rest);
        byte stop = bytes[at + Long.BYTES + n];
        if (Words.digits(word) < Long.BYTES || n == Long.BYTES || stop != delimiter && stop != '\n') {
            return irregular(at, column);
        }
        long value = Words.number(word, Long.BYTES) * Words.POWERS[n] + Words.number(rest, n);
        return checked(value, at + Long.BYTES + n, column);
    }

    private int calendar(int at, TimeFormat format) {
        int to = located(at);
        long nanos = format.nanos(field.string().strip());
        if (nanos == TimeFormat.NONE) {
            wrong = "the time stamp is no time";
        } else {
            values[Plan.TIME] = Math.floorDiv(nanos, 1_000_000L) - plan.base();
        }
        return to;
    }

    /// A whole number, usually of less than eight digits.
    private int number(int at, long word, int column) {
        int n = Words.digits(word);
        byte stop = bytes[at + n];
        if (n == 0 || n == Long.BYTES || stop != delimiter && stop != '\n' && (stop != '\r' || bytes[at + n + 1] != '\n')) {
            return irregular(at, column);
        }
        values[slots[column]] = Words.number(word, n);
        return at + n;
    }

    /// A long or quoted number, one before a carriage return, or none.
    private int irregular(int at, int column) {
        int to = located(at);
        return checked(field.whole(), to, column);
    }

    private int checked(long value, int to, int column) {
        int slot = slots[column];
        long known = value > MOST_MILLIS && roles[column] != Role.BYTES ? JtlRows.MISSING : value;
        if (slot <= Plan.ELAPSED && known == JtlRows.MISSING) {
            wrong = slot == Plan.TIME ? "the time stamp is no number of milliseconds" : "elapsed is no number of milliseconds";
        }
        values[slot] = slot == Plan.TIME && known != JtlRows.MISSING ? known - plan.base() : known;
        return to;
    }

    private void keep() {
        boolean whole = messages ? transaction : untyped && !addressed;
        (whole ? transactions : samples).add(values, codes, failed);
    }
}
