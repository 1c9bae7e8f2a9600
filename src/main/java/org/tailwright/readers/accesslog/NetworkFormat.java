package org.tailwright.readers.accesslog;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// Access logs of AWS network load balancers, which write a line for each TLS connection: `tls 2.0 time balancer listener client target
/// milliseconds handshake received sent …`. The time is the connection's end, UTC, to the second.
final class NetworkFormat implements AccessFormat {
    private static final String NAME = "AWS network load balancer log";
    private static final Pattern LINE = Pattern.compile("tls \\d+\\.\\d+ \\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2} net/\\S+ \\S+ \\S+ \\S+ \\d+ (?:\\d+|-) \\d+ \\d+ .*");
    private static final long MILLI = 1_000_000L;
    private static final int DOMAIN = 17;

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "tls, a version, ISO time, a balancer net/…, two addresses and the connection's milliseconds";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        return AccessFormat.certain(head, LINE.asMatchPredicate());
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        return new Connections(new Stamps(options.zone()));
    }

    private static final class Connections implements Parser {
        private final Stamps stamps;
        private final Fields fields = new Fields();
        private long alerts;

        Connections(Stamps stamps) {
            this.stamps = stamps;
        }

        @Override
        public @Nullable String parse(String line, AccessRow row) {
            if (!LINE.matcher(line).matches()) {
                return "the fields of the load balancer are not all there";
            }
            Fields at = fields.split(line);
            row.stamp = stamps.nanos(at.at(2) + "Z");
            row.ends = true;
            row.service = at.at(3);
            row.duration = Decimal.nanos(at.at(7), MILLI);
            long handshake = Decimal.nanos(at.at(8), MILLI);
            if (handshake != AccessRow.NONE) {
                row.parts.put("TLS handshake time", handshake);
            }
            row.bytes = Decimal.bytes(at.at(10));
            row.status = at.at(11).equals("-") ? "" : "TLS alert " + at.at(11);
            alerts += row.status.isEmpty() ? 0 : 1;
            row.host = at.at(DOMAIN);
            row.method = "CONNECT";
            row.path = row.host.equals("-") ? "" : row.host;
            return null;
        }

        @Override
        public String format() {
            return NAME;
        }

        @Override
        public long quantumNanos() {
            return MILLI;
        }

        @Override
        public List<String> assumed() {
            return List.of("the time is a connection's end to the second; the start is that minus its length");
        }

        @Override
        public List<String> caveats() {
            String length = "a row is a TLS connection from its start to its close, not a request: a long one may have carried many, or none";
            return alerts == 0 ? List.of(length) : List.of(length, alerts + " connections ended with a TLS alert of the client");
        }
    }
}
