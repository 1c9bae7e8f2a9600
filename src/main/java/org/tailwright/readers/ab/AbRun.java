package org.tailwright.readers.ab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// One run of ApacheBench.
final class AbRun {
    private static final double MILLI = 1e6;
    private static final String NUMBER = "\\s+([0-9]{1,12}(?:\\.[0-9]{1,6})?)";
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z0-9 -]{3,40}):\\s+(\\S+).*");
    private static final Pattern TOTAL = Pattern.compile("Total:" + NUMBER + NUMBER + NUMBER + NUMBER + NUMBER + "\\s*");
    /// Of the failed requests those whose answer has another length than the first one's, which dynamic pages have without failing.
    private static final Pattern KINDS = Pattern.compile("\\s+\\(Connect: [0-9]{1,18}, Receive: [0-9]{1,18}, Length: ([0-9]{1,18}), .*");
    private static final Pattern SERVED = Pattern.compile("\\s*([0-9]{1,3})%" + NUMBER + ".*");

    private final KnownPercentiles known = new KnownPercentiles();
    private String host = "";
    private String path = "";
    private double level = Double.NaN;
    private double rate = Double.NaN;
    private long complete = -1;
    private long failed;
    private long otherLength;
    private long otherStatus;
    private double p99 = Double.NaN;
    private long line;

    boolean isEmpty() {
        return line == 0;
    }

    boolean hasLevel() {
        return !Double.isNaN(level);
    }

    boolean hasResult() {
        return complete >= 0 || !known.isEmpty();
    }

    void take(String text, long number) {
        line = line == 0 ? number : line;
        Matcher match = SERVED.matcher(text);
        if (match.matches()) {
            double share = Double.parseDouble(match.group(1)) / 100;
            known.at(share, Double.parseDouble(match.group(2)) * MILLI);
            p99 = share == 0.99 ? Double.parseDouble(match.group(2)) * MILLI : p99;
        } else if (match.usePattern(TOTAL).matches()) {
            known.min(Double.parseDouble(match.group(1)) * MILLI).mean(Double.parseDouble(match.group(2)) * MILLI);
            known.max(Double.parseDouble(match.group(5)) * MILLI);
        } else if (match.usePattern(KINDS).matches()) {
            otherLength = Long.parseLong(match.group(1));
        } else if (match.usePattern(FIELD).matches()) {
            field(match.group(1), match.group(2));
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "Server Hostname" -> host = value;
            case "Document Path" -> path = value;
            case "Concurrency Level" -> level = Amounts.number(value);
            case "Complete requests" -> complete = Amounts.count(value);
            case "Failed requests" -> failed = Amounts.count(value);
            case "Non-2xx responses" -> otherStatus = Amounts.count(value);
            case "Requests per second" -> rate = Amounts.number(value);
            default -> { }
        }
    }

    /// @param number of the run where there are several
    void into(PrintedRuns runs, Optional<Integer> number, Diagnostics diagnostics) {
        String tag = number.map(n -> "run " + n + ": " + Math.round(level) + " concurrent, " + host + path).orElse("");
        String which = tag.isEmpty() ? "" : tag + ": ";
        runs.add(Optional.empty(), tag, known.count(complete).failed(complete < 0 ? -1 : Math.max(otherStatus, failed - otherLength), 0));
        if (failed > 0) {
            runs.doubt(which + failed + " of " + complete + " requests failed (also by a length unlike the first answer's); their times are inside the distribution");
        }
        if (otherStatus > 0) {
            runs.doubt(which + otherStatus + " answers had another status than 2xx; their times are inside the distribution");
        }
        if (hasLevel() && !Double.isNaN(rate)) {
            diagnostics.line(Diagnostic.Severity.NOTE, line, "concurrency " + Math.round(level) + ": " + rate + " requests/s, " + complete + " requests");
            runs.point(level, rate, p99);
        }
    }
}
