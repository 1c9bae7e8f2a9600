package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;
import org.tailwright.readers.text.Units;

/// W3C extended logs: the directive `#Fields` names the columns. IIS writes UTC and milliseconds, CloudFront UTC, tabs and seconds. Both write
/// a line when the request has ended.
final class W3cFormat implements AccessFormat {
    private static final String NAME = "W3C extended log";

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "directive #Fields that names cs-method or sc-status";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        boolean fields = head.lines(100).stream().map(String::stripLeading)
                .anyMatch(each -> each.startsWith("#Fields:") && (each.contains("cs-method") || each.contains("sc-status")));
        return fields ? Reader.Claim.CERTAIN : Reader.Claim.NO;
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        return new Columns(options);
    }

    private static final class Columns implements Parser {
        private static final List<String> DURATIONS = List.of("time-taken", "timetakenms", "timetaken", "time-taken-ms");

        private final Stamps stamps;
        private final Fields fields = new Fields();
        private final @Nullable String unit;
        private Map<String, Integer> columns = Map.of();
        private String duration = "";
        private int due;
        private boolean cloudFront;
        private boolean local;

        Columns(ReadOptions options) {
            stamps = new Stamps(options.zone());
            unit = options.units().get("duration");
        }

        @Override
        public @Nullable String parse(String raw, AccessRow row) {
            String line = raw.strip();
            if (line.startsWith("#")) {
                if (line.startsWith("#Fields:")) {
                    header(line.substring("#Fields:".length()));
                }
                return IGNORED;
            }
            if (due == 0) {
                return "the row stands before the directive #Fields";
            }
            String[] tabbed = line.indexOf('\t') >= 0 ? line.split("\t", -1) : null;
            int n = tabbed == null ? fields.split(line).size() : tabbed.length;
            if (n < due) {
                return n + " fields where " + due + " are due";
            }
            fill(row, tabbed);
            return null;
        }

        private void header(String names) {
            List<String> all = Arrays.stream(names.strip().split("\\s+")).map(each -> each.toLowerCase(Locale.ROOT)).toList();
            columns = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                columns.putIfAbsent(all.get(i), i);
            }
            due = all.size();
            duration = DURATIONS.stream().filter(columns::containsKey).findFirst().orElse("");
            cloudFront = columns.containsKey("x-edge-location") || columns.containsKey("x-edge-result-type");
            local = !columns.containsKey("date") && columns.containsKey("date-local");
        }

        private String at(String @Nullable [] tabbed, String... names) {
            for (String each : names) {
                Integer column = columns.get(each);
                if (column != null) {
                    String text = tabbed == null ? fields.at(column) : tabbed[column];
                    return text.equals("-") ? "" : text;
                }
            }
            return "";
        }

        private void fill(AccessRow row, String @Nullable [] tabbed) {
            String time = at(tabbed, "date", "date-local") + " " + at(tabbed, "time", "time-local");
            row.stamp = stamps.nanos(local ? time : time + "Z");
            row.ends = true;
            row.method = at(tabbed, "cs-method");
            String query = at(tabbed, "cs-uri-query");
            row.path = at(tabbed, "cs-uri-stem", "cs-uri") + (query.isEmpty() ? "" : "?" + query);
            row.status = at(tabbed, "sc-status");
            row.host = at(tabbed, "x-host-header", "cs-host", "cs(host)");
            row.service = at(tabbed, "s-sitename", "s-computername");
            row.bytes = Decimal.bytes(at(tabbed, "sc-bytes"));
            if (!duration.isEmpty()) {
                row.duration = Decimal.nanos(at(tabbed, duration), nanos());
            }
        }

        private long nanos() {
            return unit != null && Units.nanos(unit).isPresent() ? Units.nanos(unit).getAsLong() : cloudFront ? 1_000_000_000L : 1_000_000L;
        }

        @Override
        public String format() {
            return NAME + (cloudFront ? " (CloudFront)" : " (IIS)");
        }

        @Override
        public long quantumNanos() {
            return 1_000_000;
        }

        @Override
        public List<String> assumed() {
            List<String> assumed = new ArrayList<>();
            if (!duration.isEmpty()) {
                assumed.add(duration + " is in " + (unit != null ? unit : cloudFront ? "seconds" : "milliseconds") + ", as "
                        + (cloudFront ? "CloudFront" : "IIS") + " writes it");
                assumed.add("date and time are those of the end of a request");
            }
            if (local && !stamps.assumed().isEmpty()) {
                assumed.add(stamps.assumed());
            }
            return assumed;
        }

        @Override
        public List<String> caveats() {
            List<String> caveats = new ArrayList<>();
            if (stamps.coarse()) {
                caveats.add(CommonFormat.COARSE);
            }
            caveats.add(cloudFront ? "the time is that of the edge server, to the last byte sent" : "the time includes sending to the client");
            return caveats;
        }
    }
}
