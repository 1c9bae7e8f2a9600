package org.tailwright.readers.wrk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Histograms;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// One run of wrk or wrk2.
final class WrkRun {
    private static final Pattern LOAD = Pattern.compile("\\s*[0-9]{1,9} threads and ([0-9]{1,9}) connections\\s*");
    private static final Pattern STATS = Pattern.compile("\\s*Latency\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+\\S+%?\\s*");
    private static final Pattern DONE = Pattern.compile("\\s*([0-9]{1,18}) requests in (\\S+), .*");
    private static final Pattern SOCKETS = Pattern.compile("\\s*Socket errors: connect ([0-9]{1,18}), read ([0-9]{1,18}), write ([0-9]{1,18}), timeout ([0-9]{1,18}).*");
    private static final Pattern STATUS = Pattern.compile("\\s*Non-2xx or 3xx responses: ([0-9]{1,18}).*");
    private static final Pattern RATE = Pattern.compile("\\s*Requests/sec:\\s*(\\S+)\\s*");
    private static final Pattern SCRIPT = Pattern.compile("p([0-9]{1,3}(?:\\.[0-9]{1,6})?) latency,([0-9.]{1,20}),(us|ms|s)\\s*");

    private final String url;
    private final long line;
    private final WrkSection recorded = new WrkSection();
    private @Nullable WrkSection uncorrected;
    private @Nullable WrkSection open;
    private String connections = "";
    private double mean = Double.NaN;
    private double third = Double.NaN;
    private boolean thirdIsMax = true;
    private long requests = -1;
    private double runtime = Double.NaN;
    private double rate = Double.NaN;
    private long[] sockets = new long[4];
    private long badStatus;
    private boolean wrk2;

    WrkRun(String title, long line) {
        Matcher match = WrkText.RUNNING.matcher(title);
        url = match.matches() ? match.group(2) : "";
        this.line = line;
    }

    boolean isWrk2() {
        return wrk2;
    }

    boolean isEmpty() {
        return requests < 0 && Double.isNaN(mean) && recorded.isEmpty();
    }

    void take(String text) {
        if (text.contains("Latency Distribution")) {
            wrk2 |= text.contains("HdrHistogram");
            open = text.contains("Uncorrected") ? uncorrected = new WrkSection() : recorded;
        } else if (text.contains("Thread calibration:")) {
            wrk2 = true;
        } else if (text.strip().startsWith("Thread Stats")) {
            thirdIsMax = text.contains("Max");
        } else if (open == null || !open.take(text)) {
            figures(text);
        }
    }

    private void figures(String text) {
        Matcher match = LOAD.matcher(text);
        if (match.matches()) {
            connections = match.group(1);
        } else if (match.usePattern(STATS).matches()) {
            mean = Amounts.nanos(match.group(1));
            third = Amounts.nanos(match.group(3));
        } else if (match.usePattern(DONE).matches()) {
            requests = Long.parseLong(match.group(1));
            runtime = Amounts.nanos(match.group(2));
        } else if (match.usePattern(SOCKETS).matches()) {
            for (int i = 0; i < sockets.length; i++) {
                sockets[i] = Long.parseLong(match.group(i + 1));
            }
        } else if (match.usePattern(STATUS).matches()) {
            badStatus = Long.parseLong(match.group(1));
        } else if (match.usePattern(RATE).matches()) {
            rate = Amounts.number(match.group(1));
        } else if (match.usePattern(SCRIPT).matches()) {
            recorded.percentile(Double.parseDouble(match.group(1)) / 100, Amounts.nanos(match.group(2) + match.group(3)));
        }
    }

    /// @param number of the run where there are several
    void into(PrintedRuns runs, Optional<Integer> number, Diagnostics diagnostics) {
        if (requests < 0 && !isEmpty()) {
            diagnostics.line(Diagnostic.Severity.WARNING, line, "the end of the run that begins here is missing");
        }
        String tag = number.map(n -> "run " + n + ": " + connections + " connections, " + url).orElse("");
        KnownPercentiles known = recorded.known(diagnostics, line).mean(mean);
        known.at(thirdIsMax ? 1 : 0.99, third);
        if (recorded.count() < 0) {
            known.count(wrk2 ? -1 : requests);
        }
        if (requests >= 0) { // a line about failures is printed only where there are any
            known.failed(badStatus, LongStream.of(sockets).sum());
        }
        boolean kept = runs.add(Optional.empty(), tag, known);
        if (uncorrected != null && runs.add(Optional.empty(), tag.isEmpty() ? "uncorrected" : tag + ", uncorrected", uncorrected.known(diagnostics, line))) {
            runs.overlapping();
            runs.assume("uncorrected: service time of the same requests, blind for delayed sending");
        }
        doubts(runs, tag);
        if (!Double.isNaN(rate) && !connections.isEmpty()) {
            diagnostics.line(Diagnostic.Severity.NOTE, line, (connections.equals("1") ? "1 connection: " : connections + " connections: ") + plain(rate) + " requests/s" + (requests < 0 ? "" : ", " + requests
                    + " requests in " + plain(runtime / 1e9) + " s"));
            double p99 = kept ? known.build(Optional.empty(), tag).map(WrkRun::p99).orElse(Double.NaN) : Double.NaN;
            runs.point(Double.parseDouble(connections), rate, p99);
        }
    }

    private static double p99(Histograms.Interval interval) {
        return interval.at(0.99).orElse(Double.NaN);
    }

    private void doubts(PrintedRuns runs, String tag) {
        String which = tag.isEmpty() ? "" : tag + ": ";
        double lasted = requests / rate * 1e9;
        if (requests > 0 && rate > 0 && Math.abs(lasted - runtime) > 0.05 * lasted + 1e9) {
            runs.doubt(which + requests + " requests at " + plain(rate) + "/s last " + plain(lasted / 1e9) + " s, but the file says " + plain(runtime / 1e9)
                    + " s: its units may have been changed");
        }
        if (badStatus > 0) {
            runs.doubt(which + badStatus + " of " + requests + " answers failed (status 400 and above); their times are inside the distribution");
        }
        if (sockets[0] + sockets[1] + sockets[2] > 0) {
            runs.doubt(which + "socket errors: " + sockets[0] + " connecting, " + sockets[1] + " reading, " + sockets[2] + " writing");
        }
        if (sockets[3] > 0) {
            runs.doubt(which + sockets[3] + " timeouts; requests without an answer are not inside the distribution");
        }
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "an unknown number of" : BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
    }
}
