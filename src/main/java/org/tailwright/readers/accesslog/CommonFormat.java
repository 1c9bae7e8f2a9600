package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// The common log format and its many relatives: nginx, ingress-nginx, Apache, Traefik. What stands behind the bytes differs and is judged
/// from the first lines ([CommonLayout]).
final class CommonFormat implements AccessFormat {
    static final String COARSE = "time stamps are whole seconds: the order of requests and rates inside a second are unknown";

    private static final String NAME = "access log";
    private static final int SURVEYED = 500;
    private static final Pattern LINE = Pattern.compile(
            ".*\\[(?:\\d{2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4}|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\S*)\\] \"[^\"]*\" (?:\\d{3}|-) (?:\\d+|-).*");

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "a time in brackets, the request in quotes, status and bytes, as nginx, Apache and Traefik write them";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        return head.lines(100).stream().anyMatch(each -> each.length() < 20_000 && LINE.matcher(each).matches()) ? Reader.Claim.CERTAIN : Reader.Claim.NO;
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        CommonLine line = new CommonLine();
        List<List<String>> tails = new ArrayList<>();
        List<String> bytes = new ArrayList<>();
        for (String each : head.lines(SURVEYED)) {
            if (line.read(each)) {
                List<String> tail = new ArrayList<>();
                for (int i = line.tail; i < line.fields.size(); i++) {
                    tail.add(line.fields.kind(i) == Fields.Kind.BRACKETS ? "[" + line.fields.at(i) + "]" : line.fields.at(i));
                }
                tails.add(tail);
                bytes.add(line.fields.at(line.status + 1));
            }
        }
        return new Common(CommonLayout.of(tails, bytes, options.units().get("duration")), new Stamps(options.zone()));
    }

    private static final class Common implements Parser {
        private final CommonLayout layout;
        private final Stamps stamps;
        private final CommonLine line = new CommonLine();

        Common(CommonLayout layout, Stamps stamps) {
            this.layout = layout;
            this.stamps = stamps;
        }

        @Override
        public @Nullable String parse(String text, AccessRow row) {
            if (text.startsWith("#")) {
                return IGNORED;
            }
            if (!line.read(text)) {
                return "time, request and status are not where they should be";
            }
            row.stamp = stamps.nanos(line.fields.at(line.time));
            row.ends = layout.producer().ends;
            row.request(line.fields.at(line.request));
            row.status = line.fields.at(line.status);
            row.bytes = Decimal.bytes(line.fields.at(line.status + 1));
            row.host = line.host();
            durations(row);
            return null;
        }

        private void durations(AccessRow row) {
            if (layout.producer() == CommonLayout.Producer.INGRESS) {
                row.service = line.fields.at(line.tail + 4);
                List<String> upstreams = line.groups(line.tail + 6);
                row.upstream = upstreams.size() > 2 ? Decimal.sum(upstreams.get(2), layout.unitNanos()) : AccessRow.NONE;
            } else if (layout.producer() == CommonLayout.Producer.TRAEFIK) {
                row.service = line.fields.at(line.tail + layout.duration() - 2);
            }
            if (layout.duration() >= 0) {
                row.duration = time(line.fields.at(line.tail + layout.duration()));
            }
            if (layout.upstream() >= 0) {
                row.upstream = time(line.groups(line.tail + layout.upstream()).stream().findFirst().orElse(""));
            }
        }

        private long time(String field) {
            String text = field.indexOf('=') >= 0 ? CommonLine.value(field) : field;
            if (text.indexOf('/') > 0) {
                return Decimal.nanos(text.substring(text.indexOf('/') + 1), layout.unitNanos());
            }
            return text.indexOf(',') > 0 || text.indexOf(" : ") > 0 ? Decimal.sum(text, layout.unitNanos()) : Decimal.withUnit(text, layout.unitNanos());
        }

        @Override
        public String format() {
            return NAME + " (" + layout.producer().words + ")";
        }

        @Override
        public long quantumNanos() {
            return layout.producer() == CommonLayout.Producer.APACHE ? layout.unitNanos() : 1_000_000;
        }

        @Override
        public List<String> assumed() {
            List<String> assumed = new ArrayList<>();
            if (!layout.assumed().isEmpty()) {
                assumed.add(layout.assumed());
            }
            if (!stamps.assumed().isEmpty()) {
                assumed.add(stamps.assumed());
            }
            if (layout.duration() >= 0) {
                assumed.add("the time stamp marks the " + (layout.producer().ends ? "end" : "start") + " of a request, as " + layout.producer().words
                        + " writes it");
            }
            return assumed;
        }

        @Override
        public List<String> caveats() {
            List<String> caveats = new ArrayList<>();
            if (stamps.coarse()) {
                caveats.add(COARSE);
            }
            if (layout.producer() == CommonLayout.Producer.NGINX || layout.producer() == CommonLayout.Producer.INGRESS) {
                caveats.add("request_time runs from the client's first byte to the last byte sent: a slow client makes it long; where several servers were"
                        + " tried, the upstream time is their sum");
            }
            return caveats;
        }
    }
}
