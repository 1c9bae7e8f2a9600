package org.tailwright.readers.perfscript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line that begins a sample: `comm pid/tid [cpu] seconds: period event: …`. Which fields there are depends on `-F`; a name of a process
/// may have blanks and numbers in it, so the line is cut from its fixed points outwards: the time, the CPU in brackets, the event's colon.
///
/// @param process name of the process, may be empty
/// @param thread `pid/tid` or `tid` as printed, empty when it was not
/// @param nanos since the machine started, -1 when no time was printed
/// @param event empty when it was not printed
/// @param period -1 when it was not printed
/// @param rest what stands behind the event's colon
record PerfHeader(String process, String thread, long nanos, String event, double period, String rest) {
    private static final Pattern TIME = Pattern.compile("(?<=\\s|^)(\\d{1,9})\\.(\\d{3,9}):(?=\\s|$)");
    private static final Pattern LEFT = Pattern.compile("(.*?)\\s*(?<![^\\s])(-?\\d+(?:/-?\\d+)?)\\s*(?:\\[\\d+]\\s*)?(?:[.a-zA-Z0-9#]{4,6}\\s*)?");
    private static final Pattern EVENT = Pattern.compile("\\s*(?:(\\d{1,18})\\s+)?(?:(\\S*[^\\s:0-9][^\\s]*?):)?(?:\\s+(.*))?");
    private static final Pattern UNTIMED = Pattern.compile("\\s*(\\S.*?)\\s+(-?\\d+(?:/-?\\d+)?)\\s+(?:\\[\\d+]\\s+)?(?:(\\d{1,18})\\s+)?(\\S*[^\\s:0-9]\\S*?):(?:\\s+(.*))?");
    private static final Pattern BARE = Pattern.compile("(\\S.*?)\\s+(-?\\d+(?:/-?\\d+)?)(?:\\s+\\[\\d+])?\\s*");

    /// The header that a line is, null when it is none.
    ///
    /// @param alone whether nothing but a header can stand here, so that a process alone is enough
    static @Nullable PerfHeader of(String line, boolean alone) {
        Matcher time = TIME.matcher(line);
        if (time.find()) {
            return timed(line, time);
        }
        Matcher match = UNTIMED.matcher(line);
        if (match.matches() && !match.group(1).startsWith("#")) {
            return new PerfHeader(match.group(1).strip(), match.group(2), -1, match.group(4), period(match.group(3)), text(match.group(5)));
        }
        Matcher bare = BARE.matcher(line);
        if (alone && bare.matches()) {
            return new PerfHeader(bare.group(1).strip(), bare.group(2), -1, "", -1, "");
        }
        return null;
    }

    private static @Nullable PerfHeader timed(String line, Matcher time) {
        Matcher event = EVENT.matcher(line.substring(time.end()));
        if (!event.matches()) {
            return null;
        }
        String left = line.substring(0, time.start()).strip();
        Matcher who = LEFT.matcher(left);
        boolean known = who.matches();
        String fraction = (time.group(2) + "000000").substring(0, 9);
        long nanos = Long.parseLong(time.group(1)) * 1_000_000_000L + Long.parseLong(fraction);
        return new PerfHeader(known ? who.group(1).strip() : left, known ? who.group(2) : "", nanos, text(event.group(2)), period(event.group(1)),
                text(event.group(3)));
    }

    private static double period(@Nullable String digits) {
        return digits == null ? -1 : Double.parseDouble(digits);
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group.strip();
    }
}
