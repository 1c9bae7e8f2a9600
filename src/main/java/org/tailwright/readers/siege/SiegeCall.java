package org.tailwright.readers.siege;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.readers.calls.CallRows;

/// One request in siege's output: `HTTP/1.1 200 0.36 secs: 3372 bytes ==> GET /path`, or as CSV with the thread first and the time last.
///
/// @param thread empty where it is not printed
/// @param path method and path
/// @param date local time to the second, empty where it is not printed
record SiegeCall(String thread, String status, long nanos, long bytes, String path, String date) {
    private static final Pattern CSV = Pattern.compile("\\s*(?:\\[[^]]{0,40}]\\s*)?([0-9]{1,9}),(HTTP/[0-9.]{1,5}),\\s*([0-9]{3}),\\s*([0-9]{1,9}(?:\\.[0-9]{1,6})?),\\s*([0-9]{1,15}),(.{0,8000}?),([0-9]{1,9}),"
            + "([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2})\\s*");
    private static final Pattern TEXT = Pattern.compile("\\s*(?:\\[([^]]{0,40})]\\s*)?HTTP/[0-9.]{1,5}\\s+([0-9]{3})\\s+([0-9]{1,9}(?:\\.[0-9]{1,6})?) secs:\\s+([0-9]{1,15}) bytes\\s*==>(.*)");

    static Optional<SiegeCall> of(String line) {
        Matcher csv = CSV.matcher(line);
        if (csv.matches()) {
            return Optional.of(new SiegeCall(csv.group(1), csv.group(3), nanos(csv.group(4)), Long.parseLong(csv.group(5)), csv.group(6), csv.group(8)));
        }
        Matcher text = TEXT.matcher(line);
        return text.matches() ? Optional.of(new SiegeCall("", text.group(2), nanos(text.group(3)), Long.parseLong(text.group(4)),
                text.group(5).strip().replaceAll("\\s+", " "), "")) : Optional.empty();
    }

    private static long nanos(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1e9);
    }

    boolean failed() {
        return status.charAt(0) >= '4';
    }

    /// Adds it to `rows`; the time is that of its end.
    ///
    /// @return empty, or why it cannot be added
    String into(CallRows rows, ZoneId zone) {
        try {
            LocalDate day = LocalDate.parse(date.substring(0, 10));
            long end = day.atTime(LocalTime.parse(date.substring(11))).atZone(zone).toEpochSecond() * 1_000_000_000L;
            rows.begin(end - nanos, nanos).text(Requests.LABEL, path).text(Requests.STATUS, status).text(Requests.THREAD, thread).failed(failed());
            rows.number("bytes", Unit.BYTES, bytes);
            return "";
        } catch (DateTimeException e) {
            return "the time is none";
        }
    }
}
