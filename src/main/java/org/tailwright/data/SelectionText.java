package org.tailwright.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A selection as the options of the command line, and back: `--from 2026-11-22T12:01:00Z --to 2026-11-22T12:14:00Z --latency 100ms..1s
/// --where 'label=POST /pay'`. What the window copies can be pasted behind a command, and the other way round.
public final class SelectionText {
    private static final Pattern WORD = Pattern.compile("\\s*((?:'[^']*'|\"[^\"]*\"|\\\\.|[^\\s'\"\\\\])+)");
    private static final Pattern PIECE = Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\\\(.)|([^'\"\\\\]+)");
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=+,@%-]+");
    private static final long SECOND = 1_000_000_000L;

    private SelectionText() {}

    /// The options; empty for everything. A band without an upper end ends in `..`.
    public static String of(Selection selection) {
        List<String> words = new ArrayList<>();
        selection.window().ifPresent(window -> words.add("--from " + instant(window.start()) + " --to " + instant(window.end())));
        selection.band().ifPresent(band -> words.add("--latency " + (band.lowest() <= 0 ? "" : duration(band.lowest())) + ".."
                + (band.beyond() == Long.MAX_VALUE ? "" : duration(band.beyond()))));
        selection.filters().forEach(each -> words.add("--where " + quoted(each.column() + "=" + each.value())));
        return String.join(" ", words);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /// Exact, in the largest unit that divides it.
    private static String duration(long nanos) {
        return nanos % SECOND == 0 ? nanos / SECOND + "s" : nanos % 1_000_000 == 0 ? nanos / 1_000_000 + "ms"
                : nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns";
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// The selection that options describe.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static Selection parse(String text) {
        List<String> words = words(text);
        Optional<Long> from = Optional.empty();
        Optional<Long> to = Optional.empty();
        Optional<Selection.Band> band = Optional.empty();
        List<Selection.Filter> filters = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 2) {
            String option = words.get(i);
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException("a value is missing after " + option);
            }
            String value = words.get(i + 1);
            switch (option) {
                case "--from" -> from = Optional.of(moment(value));
                case "--to" -> to = Optional.of(moment(value));
                case "--latency" -> band = Optional.of(band(value));
                case "--where" -> filters.add(filter(value));
                default -> throw new IllegalArgumentException("a selection is written with --from, --to, --latency and --where, not '" + option + "'");
            }
        }
        boolean timed = from.isPresent() || to.isPresent();
        long start = from.orElse(Long.MIN_VALUE / 2);
        long end = to.orElse(Long.MAX_VALUE / 2);
        if (end < start) {
            throw new IllegalArgumentException("--to lies before --from");
        }
        return new Selection(timed ? Optional.of(new TimeSpan(start, end)) : Optional.empty(), band, filters);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.strip());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(PIECE.matcher(matcher.group(1)).replaceAll(piece -> Matcher.quoteReplacement(
                    piece.group(1) != null ? piece.group(1) : piece.group(2) != null ? piece.group(2) : piece.group(3) != null ? piece.group(3) : piece.group(4))));
            end = matcher.end();
        }
        if (end != text.strip().length()) {
            throw new IllegalArgumentException("a quotation mark is left open in " + text.strip());
        }
        return words;
    }

    private static long moment(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("a time is written like 2026-11-22T12:07:50Z, not '" + text + "'", e);
        }
    }

    private static Selection.Band band(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("--latency needs a range such as 100ms..1s, ..50ms or 1s.., not '" + text + "'");
        }
        long low = bound(text.substring(0, dots), 0);
        long high = bound(text.substring(dots + 2), Long.MAX_VALUE);
        if (high < low) {
            throw new IllegalArgumentException("--latency '" + text + "' ends below its beginning");
        }
        return new Selection.Band(low, high);
    }

    private static long bound(String text, long open) {
        return text.isBlank() ? open : Durations.parse(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("--latency needs durations with their unit, such as 100ms..1s, not '" + text + "'"));
    }

    private static Selection.Filter filter(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--where needs COLUMN=VALUE, not '" + text + "'");
        }
        return new Selection.Filter(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}
