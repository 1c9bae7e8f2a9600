package org.tailwright.readers.text;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Headings of Windows' performance counters, as perfmon, relog and typeperf write them: the first column names the format, a zone and how many
/// minutes local time lags behind UTC; the others are paths such as `\\HOST\Processor(_Total)\% Processor Time`.
final class Perfmon {
    private static final Pattern FIRST = Pattern.compile("\\(PDH-[CT]SV \\d\\.\\d\\).*?(?:\\((-?\\d{1,4})\\))?\\s*");
    private static final Pattern PATH = Pattern.compile("\\\\\\\\([^\\\\]+)\\\\(.+?)(?:\\((.*)\\))?\\\\([^\\\\]+)");
    private static final int HALF_DAY = 18 * 60;

    private Perfmon() {}

    /// How the times under this heading are written, when it is one of performance counters: the month first, in the zone it tells.
    static Optional<TimeFormat> times(String heading) {
        Matcher match = FIRST.matcher(heading);
        if (!match.matches()) {
            return Optional.empty();
        }
        int minutes = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
        ZoneOffset zone = Math.abs(minutes) <= HALF_DAY ? ZoneOffset.ofTotalSeconds(-60 * minutes) : ZoneOffset.UTC;
        String assumed = match.group(1) == null ? "times without a zone are taken as UTC" : "";
        return Optional.of(new TimeFormat(TimeFormat.Form.YEAR_LAST, 1, false, zone, assumed));
    }

    /// Name of a counter, with its object: `Processor\% Processor Time`.
    static String name(String path) {
        Matcher match = PATH.matcher(path);
        return match.matches() ? match.group(2) + "\\" + match.group(4) : path;
    }

    /// Host and instance of a counter.
    static Map<String, String> labels(String path) {
        Matcher match = PATH.matcher(path);
        Map<String, String> labels = new HashMap<>();
        if (match.matches()) {
            labels.put("host", match.group(1));
            if (match.group(3) != null) {
                labels.put("instance", match.group(3));
            }
        }
        return labels;
    }
}
