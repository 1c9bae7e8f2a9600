package org.tailwright.readers.jmeter;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.RecentTexts;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.text.TimeFormat;
import org.tailwright.readers.text.Words;

/// Parses runs of records that have the right number of fields, no quotes and sound values, column by column in batches. It stops before the
/// first record that has not; [Scanner] reads that one.
final class Regular {
    private static final int MOST = 256;
    private static final int LEAST = 4;
    private static final int FIRST_LETTER_OF_TRANSACTIONS = 'N';
    private static final long TRUE = 0x65757274L;
    private static final long FALSE = 0x65736c6166L;

    private final Role[] roles;
    private final int[] slots;
    private final int width;
    private final boolean typed;
    private final byte delimiter;
    private final long delimiters;
    private final long base;
    private final @Nullable TimeFormat times;
    private final JtlRows rows;
    private final RecentTexts[] recent;
    private final boolean on;
    private final Separators found = new Separators();
    private byte[] bytes = new byte[0];
    private int limit;
    private int known;
    private int stretch;
    private int end;
    private int quote;
    private int batch = MOST;
    private int count;

    /// @param on whether anything is parsed at all
    Regular(Plan plan, JtlRows rows, boolean on) {
        roles = plan.layout().roles().toArray(Role[]::new);
        slots = plan.slots();
        width = roles.length;
        typed = plan.layout().has(Role.MESSAGE);
        delimiter = plan.layout().delimiter();
        delimiters = Words.each(delimiter);
        base = plan.base();
        times = plan.times();
        this.rows = rows;
        this.on = on;
        recent = new RecentTexts[plan.texts().size()];
        for (int i = 0; i < recent.length; i++) {
            recent[i] = new RecentTexts();
        }
    }

    /// Texts of a column now go to `dictionary`.
    void texts(int column, Utf8Pool.Builder dictionary) {
        recent[column].begin(dictionary);
    }

    /// Another window, or another stretch of one.
    void begin(byte[] window, int to, int knownTo) {
        bytes = window;
        limit = to;
        known = knownTo;
        stretch = -1;
    }

    /// Parses from `start`, where a record begins; returns where the first record begins that was not parsed.
    int parse(int start) {
        count = 0;
        int at = start;
        while (on && at < limit) {
            if (!here(at) && !further(at)) {
                break;
            }
            int most = alike(at);
            int n = sound(most);
            batch = n < most ? LEAST : Math.min(MOST, 2 * batch);
            if (n == 0) {
                break;
            }
            rows.advance(n);
            count += n;
            end += n * width;
            at = found.ends[end] + 1;
        }
        return at;
    }

    /// How many records the last call parsed.
    int count() {
        return count;
    }

    /// Goes on in the stretch that was looked at, if a whole record can begin at `at` in it.
    private boolean here(int at) {
        if (at >= stretch) {
            return false;
        }
        while (end < found.count - 1 && found.ends[end] < at - 1) {
            end++;
        }
        while (quote < found.quoteCount && found.quotes[quote] < at) {
            quote++;
        }
        return found.ends[end] == at - 1 && end + width < found.count;
    }

    /// Looks at the next stretch; says whether a whole record lies in it.
    private boolean further(int at) {
        stretch = Math.min(known, at + Separators.STRETCH);
        found.find(bytes, at, stretch, delimiters);
        end = 0;
        quote = 0;
        return width < found.count;
    }

    /// How many records from `at` on have the right number of fields and no quotes.
    private int alike(int at) {
        int before = Math.min(known, quote < found.quoteCount ? found.quotes[quote] : Integer.MAX_VALUE);
        int begin = at;
        int n = 0;
        for (int e = end; n < batch && begin < limit && e + width < found.count; e += width) {
            int lineEnd = found.ends[e + width];
            if (lineEnd >= before || bytes[lineEnd] != '\n' || !delimited(e)) {
                break;
            }
            begin = lineEnd + 1;
            n++;
        }
        return n;
    }

    /// Whether no line ends among the separators of a record but the last.
    private boolean delimited(int e) {
        int differ = 0;
        for (int i = e + 1; i < e + width; i++) {
            differ |= bytes[found.ends[i]] ^ delimiter;
        }
        return differ == 0;
    }

    /// Parses up to `n` records; says how many were sound.
    private int sound(int n) {
        rows.reserve(n);
        int left = n;
        for (int column = 0; column < width && left > 0; column++) {
            int slot = slots[column];
            left = switch (roles[column]) {
                case TIME -> times == null ? times(column, left) : calendar(column, left, times);
                case ELAPSED, BYTES, ACTIVE, LATENCY, CONNECT, INTENDED -> numbers(column, left, rows.numbers(slot));
                case LABEL, STATUS, THREAD, EXTRA -> texts(column, left, rows.codes(slot), recent[slot]);
                case MESSAGE -> messages(column, left);
                case TYPE -> typed ? left : types(column, left);
                case SUCCESS, URL, SKIP -> left;
            };
        }
        for (int column = 0; column < width && left > 0; column++) {
            left = roles[column] == Role.SUCCESS ? successes(column, left) : left;
        }
        return left;
    }

    private int from(int column, int record) {
        return found.ends[end + record * width + column] + 1;
    }

    private int to(int column, int record) {
        int to = found.ends[end + record * width + column + 1];
        return column == width - 1 && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    private int times(int column, int n) {
        int[] out = rows.numbers(Plan.TIME);
        int row = rows.size();
        long lastHigh = 0;
        long high = 0;
        for (int i = 0; i < n; i++) {
            int to = to(column, i);
            int length = to - from(column, i);
            if (length <= Long.BYTES || length > 2 * Long.BYTES) {
                return i;
            }
            long upper = Words.digits(Words.at(bytes, to - 2 * Long.BYTES), length - Long.BYTES);
            long lower = Words.digits(Words.at(bytes, to - Long.BYTES), Long.BYTES);
            if (upper != lastHigh) {
                if (!Words.sound(upper)) {
                    return i;
                }
                lastHigh = upper;
                high = Words.number(upper) * 100_000_000;
            }
            long value = high + Words.number(lower);
            if (!Words.sound(lower) || value > Scanner.MOST_MILLIS) {
                return i;
            }
            long beyond = value - base;
            out[row + i] = JtlRows.fits(beyond) ? (int) beyond : rows.odd(Plan.TIME, row + i, beyond);
        }
        return n;
    }

    private int calendar(int column, int n, TimeFormat format) {
        for (int i = 0; i < n; i++) {
            int from = from(column, i);
            long nanos = format.nanos(new String(bytes, from, to(column, i) - from, StandardCharsets.UTF_8).strip());
            if (nanos == TimeFormat.NONE) {
                return i;
            }
            long beyond = Math.floorDiv(nanos, 1_000_000L) - base;
            rows.numbers(Plan.TIME)[rows.size() + i] = JtlRows.fits(beyond) ? (int) beyond : rows.odd(Plan.TIME, rows.size() + i, beyond);
        }
        return n;
    }

    private int numbers(int column, int n, int[] out) {
        int row = rows.size();
        for (int i = 0; i < n; i++) {
            int to = to(column, i);
            int length = to - from(column, i);
            if (length < 1 || length > Long.BYTES) {
                if (!oddNumber(column, i, to, length)) {
                    return i;
                }
                continue;
            }
            long digits = Words.digits(Words.at(bytes, to - Long.BYTES), length);
            if (!Words.sound(digits)) {
                return i;
            }
            out[row + i] = (int) Words.number(digits);
        }
        return n;
    }

    /// A missing number, or one of 9 to 16 digits.
    private boolean oddNumber(int column, int record, int to, int length) {
        int slot = slots[column];
        long value = JtlRows.MISSING;
        if (length > 0) {
            long upper = length > 2 * Long.BYTES ? -1 : Words.digits(Words.at(bytes, to - 2 * Long.BYTES), length - Long.BYTES);
            long lower = Words.digits(Words.at(bytes, to - Long.BYTES), Long.BYTES);
            if (!Words.sound(upper) || !Words.sound(lower)) {
                return false;
            }
            value = Words.number(upper) * 100_000_000 + Words.number(lower);
            value = value > Scanner.MOST_MILLIS && roles[column] != Role.BYTES ? JtlRows.MISSING : value;
        }
        if (value == JtlRows.MISSING && slot <= Plan.ELAPSED) {
            return false;
        }
        int row = rows.size() + record;
        rows.numbers(slot)[row] = JtlRows.fits(value) ? (int) value : rows.odd(slot, row, value);
        return true;
    }

    private int texts(int column, int n, int[] out, RecentTexts known) {
        int row = rows.size();
        for (int i = 0; i < n; i++) {
            out[row + i] = known.code(bytes, from(column, i), to(column, i));
        }
        return n;
    }

    /// A message that could be a transaction controller's is looked at elsewhere.
    private int messages(int column, int n) {
        int i = 0;
        while (i < n && bytes[from(column, i)] != FIRST_LETTER_OF_TRANSACTIONS) {
            i++;
        }
        return i;
    }

    private int types(int column, int n) {
        int i = 0;
        while (i < n && from(column, i) < to(column, i)) {
            i++;
        }
        return i;
    }

    private int successes(int column, int n) {
        for (int i = 0; i < n; i++) {
            int from = from(column, i);
            int length = to(column, i) - from;
            long word = Words.at(bytes, from);
            if (length == 5 && (word & 0xffffffffffL) == FALSE) {
                rows.failed.set(rows.size() + i);
            } else if (length != 4 || (word & 0xffffffffL) != TRUE) {
                return i;
            }
        }
        return n;
    }
}
