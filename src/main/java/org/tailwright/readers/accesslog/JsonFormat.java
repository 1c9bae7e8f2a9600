package org.tailwright.readers.accesslog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// One JSON object a line: Caddy (seconds), Traefik (nanoseconds), Envoy and Istio (milliseconds), nginx with a JSON log format (seconds), API
/// Gateway, and others whose names say what they are. Fields of nested objects count; headers are passed over.
final class JsonFormat implements AccessFormat {
    private static final String NAME = "JSON access log";

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "an object a line with status, path and duration under the names of Caddy, Traefik, Envoy or nginx";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        List<String> lines = head.lines(50).stream().filter(each -> each.startsWith("{")).toList();
        if (lines.isEmpty()) {
            return Reader.Claim.NO;
        }
        if (lines.stream().anyMatch(each -> producer(each) != Roles.Producer.OTHER)) {
            return Reader.Claim.CERTAIN;
        }
        boolean request = lines.stream().anyMatch(JsonFormat::named);
        return request ? Reader.Claim.MAYBE : Reader.Claim.NO;
    }

    /// A whole object on one line with the names that most producers use; not a document that holds many requests.
    private static boolean named(String line) {
        return line.stripTrailing().endsWith("}") && !line.contains("\"entries\"") && line.contains("\"status") && line.contains("\"method\"")
                && (line.contains("\"path\"") || line.contains("\"ur"));
    }

    private static Roles.Producer producer(String line) {
        if (line.contains("\"http.log.access") || line.contains("\"msg\":\"handled request\"")) {
            return Roles.Producer.CADDY;
        }
        if (line.contains("\"DownstreamStatus\"") || line.contains("\"OriginDuration\"")) {
            return Roles.Producer.TRAEFIK;
        }
        if (line.contains("\"response_code\"") && (line.contains("\"start_time\"") || line.contains("\"upstream_service_time\""))) {
            return Roles.Producer.ENVOY;
        }
        if (line.contains("\"request_time\"") && line.contains("\"status\"")) {
            return Roles.Producer.NGINX;
        }
        return line.contains("\"httpMethod\"") && line.contains("\"requestTime") ? Roles.Producer.GATEWAY : Roles.Producer.OTHER;
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        Roles.Producer producer = head.lines(50).stream().map(JsonFormat::producer).filter(each -> each != Roles.Producer.OTHER).findFirst()
                .orElse(Roles.Producer.OTHER);
        return new Objects(producer, options);
    }

    /// Reads one object a line.
    static final class Objects extends NamedParser {
        private static final int DEEPEST = 4;
        private static final int MOST = 500;
        private int fields;

        Objects(Roles.Producer producer, ReadOptions options) {
            super(NAME, producer, options);
        }

        @Override
        public @Nullable String parse(String line, AccessRow row) {
            int begin = line.indexOf('{');
            if (begin < 0) {
                return "the line is no JSON object";
            }
            fields = 0;
            try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), line.substring(begin))) {
                parser.nextToken();
                object(parser, row, 0);
            } catch (JacksonException e) {
                return "the line is no whole JSON object";
            }
            return whole(row) ? null : roles.producer() == Roles.Producer.OTHER || line.contains("\"status") ? "time, path or status is missing" : IGNORED;
        }

        private void object(JsonParser parser, AccessRow row, int depth) {
            Json.object(parser, (name, at) -> {
                boolean headers = name.equals("headers") || name.equals("resp_headers") || name.equals("tls");
                if (at.currentToken() == JsonToken.START_OBJECT && depth < DEEPEST && !headers) {
                    object(at, row, depth + 1);
                } else if (at.currentToken() == JsonToken.START_OBJECT || at.currentToken() == JsonToken.START_ARRAY) {
                    at.skipChildren();
                } else if (fields++ < MOST) {
                    roles.take(name, Json.cut(Json.scalar(at)), row);
                }
            });
        }
    }
}
