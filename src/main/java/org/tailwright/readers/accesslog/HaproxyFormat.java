package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// HAProxy's HTTP log, alone or behind a syslog header: five timers in milliseconds, of which the last is the whole time since the date in
/// brackets, which is when the request came in. A timer of -1 was never reached.
final class HaproxyFormat implements AccessFormat {
    private static final String NAME = "HAProxy log";
    private static final String START = "\\[(\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2}\\.\\d{3})\\] (\\S+) ([^ /]+)/(\\S+) ";
    private static final Pattern HTTP = Pattern.compile(START
            + "(-?\\d{1,12})/(-?\\d{1,12})/(-?\\d{1,12})/(-?\\d{1,12})/(\\+?-?\\d{1,12}) (-?\\d{1,3}) (\\+?\\d{1,18}) \\S+ \\S+ (\\S{4}) [^\"]*(?:\"([^\"]*)\"?)?");
    private static final Pattern TCP = Pattern.compile(START + "(-?\\d{1,12})/(-?\\d{1,12})/(\\+?-?\\d{1,12}) ");

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "a date in brackets, frontend, backend/server and timers with slashes (0/0/1/72/73)";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        return AccessFormat.certain(head, HTTP.asPredicate());
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        return new Timers(new Stamps(options.zone()));
    }

    private static final class Timers implements Parser {
        private final Stamps stamps;
        private long early;
        private long connections;

        Timers(Stamps stamps) {
            this.stamps = stamps;
        }

        @Override
        public @Nullable String parse(String line, AccessRow row) {
            Matcher match = HTTP.matcher(line);
            if (!match.find()) {
                boolean tcp = TCP.matcher(line).find();
                connections += tcp ? 1 : 0;
                return tcp || !line.contains("haproxy") || !line.contains("/") || !line.contains("[") ? IGNORED : "the timers cannot be read";
            }
            row.stamp = stamps.nanos(match.group(1));
            row.service = match.group(3);
            row.host = match.group(4);
            String total = match.group(9);
            early += total.startsWith("+") ? 1 : 0;
            row.duration = Decimal.nanos(total, 1_000_000);
            row.upstream = Decimal.nanos(match.group(8), 1_000_000);
            part(row, "queue time", match.group(6));
            part(row, "connect time", match.group(7));
            row.status = match.group(10);
            row.bytes = Decimal.bytes(match.group(11));
            String request = match.group(13);
            row.request(request == null || request.equals("<BADREQ>") ? "" : request);
            return row.duration == AccessRow.NONE ? "the total time is missing" : null;
        }

        private static void part(AccessRow row, String name, String text) {
            long nanos = Decimal.nanos(text, 1_000_000);
            if (nanos != AccessRow.NONE) {
                row.parts.put(name, nanos);
            }
        }

        @Override
        public String format() {
            return NAME;
        }

        @Override
        public long quantumNanos() {
            return 1_000_000;
        }

        @Override
        public List<String> assumed() {
            List<String> assumed = new ArrayList<>(List.of("the date is when the request came in, as in HAProxy's HTTP log"));
            if (!stamps.assumed().isEmpty()) {
                assumed.add(stamps.assumed());
            }
            return assumed;
        }

        @Override
        public List<String> caveats() {
            List<String> caveats = new ArrayList<>(List.of("host is the server that HAProxy chose, service its backend"));
            if (early > 0) {
                caveats.add(early + " requests were logged before they ended (option logasap): they took longer than written");
            }
            if (connections > 0) {
                caveats.add(connections + " TCP connections are not requests and are left out");
            }
            return caveats;
        }
    }
}
