package org.tailwright.readers.calls;

import java.io.IOException;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Goes through the lines of a log of requests; a line that is none becomes a remark.
public final class CallLines {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]{0,16}[A-Za-z]");

    /// What to do with a line.
    @FunctionalInterface
    public interface Taker {
        /// @param number 1-based
        /// @return empty when it is taken (or needs no remark), else why not
        String take(String line, long number);
    }

    private CallLines() {}

    /// Hands over every line that is not blank.
    ///
    /// @param longest bytes of a line that are looked at
    /// @return how many lines were refused
    public static long each(Source source, int longest, Diagnostics diagnostics, Work work, Taker taker) throws IOException {
        long skipped = 0;
        try (Lines lines = new Lines(source.stream(), longest)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                String why = line.isBlank() ? "" : taker.take(line, lines.number());
                if (!why.isEmpty()) {
                    skipped++;
                    diagnostics.line(Diagnostic.Severity.WARNING, lines.number(), (lines.ended() ? "" : "the last line is cut: ") + why);
                }
            }
        }
        return skipped;
    }

    /// A line without the codes that colour it in a terminal.
    public static String plain(String line) {
        return line.indexOf('\u001b') < 0 ? line : COLOURS.matcher(line).replaceAll("");
    }

    /// @throws UnreadableFile when lines were refused and nothing was kept
    public static void demand(boolean kept, long skipped, Diagnostics diagnostics, String what) throws UnreadableFile {
        if (!kept && skipped > 0) {
            Diagnostic first = diagnostics.first().getFirst();
            throw new UnreadableFile("none of " + skipped + " lines is " + what + ": " + first.message(), "line " + first.line(), "");
        }
    }

    /// Nanoseconds since the epoch of decimal seconds since then, without the rounding of a `double`; -1 when `text` is none.
    public static long epochNanos(String text) {
        String plain = text.strip();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        if (!digits(whole, 10) || !fraction.isEmpty() && !digits(fraction, 18)) {
            return -1;
        }
        long seconds = Long.parseLong(whole);
        return seconds > 9_000_000_000L ? -1 : seconds * 1_000_000_000L + Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static boolean digits(String text, int most) {
        return !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Nanoseconds of a duration in some unit, -1 when `text` is no number of at least 0 or beyond a century.
    public static long nanos(String text, double unitNanos) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > 30 || !plain.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+')) {
            return -1;
        }
        try {
            double value = Double.parseDouble(plain) * unitNanos;
            return value >= 0 && value < 3.2e18 ? Math.round(value) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
