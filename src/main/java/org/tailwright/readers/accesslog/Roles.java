package org.tailwright.readers.accesslog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.tailwright.readers.text.Units;

/// What named fields of an access log are for, whichever producer names them, and how their values fill a request.
final class Roles {
    /// What a field is for.
    private enum Role { METHOD, PATH, REQUEST, STATUS, BYTES, HOST, SERVICE, TRACE, START, END, DURATION, UPSTREAM, NOTHING }

    /// Who writes the log, with the unit of durations that have none of their own; 0 where it must be judged.
    enum Producer {
        CADDY("Caddy", 1_000_000_000L), TRAEFIK("Traefik", 1), ENVOY("Envoy", 1_000_000L), NGINX("nginx", 1_000_000_000L), GATEWAY("AWS API Gateway", 1_000_000L),
        HEROKU("Heroku router", 1_000_000L), LTSV("LTSV", 1_000_000_000L), OTHER("", 0);

        final String words;
        final long unitNanos;

        Producer(String words, long unitNanos) {
            this.words = words;
            this.unitNanos = unitNanos;
        }
    }

    private final Producer producer;
    private final Stamps stamps;
    private final long said;
    private final Map<String, Role> known = new HashMap<>();
    private String judged = "";
    private boolean started;

    /// @param said unit that the user gave, in nanoseconds, or 0
    Roles(Producer producer, Stamps stamps, long said) {
        this.producer = producer;
        this.stamps = stamps;
        this.said = said;
    }

    /// Takes one field; the first of its role stands, except that a start decides over an end.
    void take(String name, String value, AccessRow row) {
        if (value.isEmpty() || value.equals("-")) {
            return;
        }
        Role role = known.size() > 10_000 ? role(name) : known.computeIfAbsent(name, this::role);
        switch (role) {
            case METHOD -> row.method = first(row.method, value);
            case PATH -> row.path = first(row.path, value);
            case REQUEST -> {
                if (row.path.isEmpty() && value.indexOf(' ') > 0) {
                    row.request(value);
                }
            }
            case STATUS -> row.status = first(row.status, value);
            case BYTES -> row.bytes = row.bytes == AccessRow.NONE ? Decimal.bytes(value) : row.bytes;
            case HOST -> row.host = first(row.host, value);
            case SERVICE -> row.service = first(row.service, value);
            case TRACE -> row.trace = first(row.trace, value);
            case START -> stamp(value, row, true);
            case END -> stamp(value, row, false);
            case DURATION -> duration(name, value, row);
            case UPSTREAM -> row.upstream = row.upstream == AccessRow.NONE ? Decimal.sum(value, 1) < 0 ? Decimal.withUnit(value, unit(name, value))
                    : Decimal.sum(value, unit(name, value)) : row.upstream;
            case NOTHING -> { }
        }
    }

    private static String first(String old, String value) {
        return old.isEmpty() ? value : old;
    }

    private void stamp(String value, AccessRow row, boolean start) {
        boolean better = row.stamp == AccessRow.NONE || start && row.ends;
        long nanos = better ? stamps.nanos(value) : AccessRow.NONE;
        if (nanos != AccessRow.NONE) {
            row.stamp = nanos;
            row.ends = !start;
            started = start;
        }
    }

    /// nginx's `request_time` is a duration, API Gateway's `requestTime` a date.
    private void duration(String name, String value, AccessRow row) {
        long nanos = Decimal.withUnit(value, unit(name, value));
        if (nanos != AccessRow.NONE) {
            row.duration = row.duration == AccessRow.NONE ? nanos : row.duration;
        } else if (value.length() > 15) {
            stamp(value, row, true);
        }
    }

    private long unit(String name, String value) {
        OptionalLong named = Units.named(name);
        if (said > 0) {
            return said;
        }
        if (named.isPresent()) {
            return named.getAsLong();
        }
        if (producer.unitNanos > 0) {
            return producer.unitNanos;
        }
        boolean seconds = value.indexOf('.') >= 0 && Decimal.number(value) < 100;
        if (judged.isEmpty() && !Double.isNaN(Decimal.number(value))) {
            judged = seconds ? "s" : "ms";
        }
        return judged.equals("s") ? 1_000_000_000L : 1_000_000L;
    }

    private Role role(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9').forEach(c -> plain.append((char) c));
        return switch (plain.toString()) {
            case "method", "requestmethod", "httpmethod", "verb", "reqmethod", "httprequestmethod" -> Role.METHOD;
            case "path", "uri", "requesturi", "requestpath", "requesturl", "url", "urlpath", "httptarget", "resourcepath" -> Role.PATH;
            case "request", "req", "requestline" -> Role.REQUEST;
            case "status", "statuscode", "responsecode", "downstreamstatus", "httpstatus", "responsestatus", "responsestatuscode" -> Role.STATUS;
            case "bytes", "size", "bodybytessent", "bytessent", "downstreamcontentsize", "responsesize", "responselength" -> Role.BYTES;
            case "host" -> producer == Producer.LTSV ? Role.NOTHING : Role.HOST;
            case "requesthost", "authority", "servername", "vhost", "domainname", "httphost" -> Role.HOST;
            case "servicename", "upstreamcluster", "proxyupstreamname", "dyno" -> Role.SERVICE;
            case "service" -> producer == Producer.HEROKU ? Role.DURATION : Role.SERVICE;
            case "traceid" -> Role.TRACE;
            case "starttime", "startutc", "requesttimeepoch" -> Role.START;
            case "ts", "time", "timestamp", "timelocal", "timeiso8601", "msec", "datetime" -> Role.END;
            case "duration", "latency", "elapsed", "elapsedtime", "responsetime", "timetaken", "took", "requesttime", "rt", "reqtime", "requestduration", "totaltime",
                    "responselatency", "durationms", "latencyms", "elapsedms", "responsetimems", "reqtimemicrosec" -> Role.DURATION;
            case "upstreamresponsetime", "urt", "originduration", "upstreamservicetime", "upstreamtime", "integrationlatency", "apptime" -> Role.UPSTREAM;
            default -> Role.NOTHING;
        };
    }

    Producer producer() {
        return producer;
    }

    Stamps stamps() {
        return stamps;
    }

    /// Whether the stamps used mark the start of a request.
    boolean started() {
        return started;
    }

    /// Unit that was judged from a value, or empty.
    String judged() {
        return judged;
    }
}
