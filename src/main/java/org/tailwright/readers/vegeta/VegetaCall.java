package org.tailwright.readers.vegeta;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.readers.Json;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.readers.text.Cells;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// One result of vegeta while its line is read.
final class VegetaCall {
    private long start = -1;
    private long latency = -1;
    private String code = "";
    private String error = "";
    private String attack = "";
    private String method = "";
    private String url = "";
    private long bytesIn = -1;
    private long bytesOut = -1;

    /// Reads a JSON object into `rows`.
    ///
    /// @return empty, or why not
    static String json(String line, CallRows rows) {
        VegetaCall call = new VegetaCall();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            Json.object(parser, call::member);
        } catch (JacksonException e) {
            return "no JSON object";
        } catch (DateTimeException e) {
            return "the timestamp is none";
        }
        return call.into(rows);
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "timestamp" -> start = nanos(Instant.parse(Json.scalar(parser)));
            case "latency" -> latency = Json.whole(Json.scalar(parser));
            case "code" -> code = Json.cut(Json.scalar(parser));
            case "error" -> error = Json.cut(Json.scalar(parser));
            case "attack" -> attack = Json.cut(Json.scalar(parser));
            case "method" -> method = Json.cut(Json.scalar(parser));
            case "url" -> url = Json.cut(Json.scalar(parser));
            case "bytes_in" -> bytesIn = Json.whole(Json.scalar(parser));
            case "bytes_out" -> bytesOut = Json.whole(Json.scalar(parser));
            default -> parser.skipChildren();
        }
    }

    private static long nanos(Instant instant) {
        long seconds = instant.getEpochSecond();
        return seconds < 0 || seconds > 9_000_000_000L ? -1 : seconds * 1_000_000_000L + instant.getNano();
    }

    /// Reads a line of comma-separated fields into `rows`: time, status, latency, bytes out and in, error, body, attack, number, method, URL,
    /// headers; older versions end earlier.
    static String csv(String line, CallRows rows) {
        List<String> fields = Cells.of(line, ',');
        if (fields.size() < 5) {
            return "at least five fields are due, there are " + fields.size();
        }
        VegetaCall call = new VegetaCall();
        call.start = Json.whole(fields.get(0));
        call.code = fields.get(1);
        call.latency = CallLines.nanos(fields.get(2), 1);
        call.bytesOut = CallLines.nanos(fields.get(3), 1);
        call.bytesIn = CallLines.nanos(fields.get(4), 1);
        call.error = fields.size() > 5 ? Json.cut(fields.get(5)) : "";
        call.attack = fields.size() > 7 ? Json.cut(fields.get(7)) : "";
        call.method = fields.size() > 9 ? Json.cut(fields.get(9)) : "";
        call.url = fields.size() > 10 ? Json.cut(fields.get(10)) : "";
        return call.into(rows);
    }

    private String into(CallRows rows) {
        if (start <= 0 || latency < 0 || !code.matches("[0-9]{1,3}")) {
            return "timestamp, code and latency are due";
        }
        int status = Integer.parseInt(code);
        String label = (method + " " + url).strip();
        rows.begin(start, latency).text(Requests.LABEL, label.isEmpty() ? attack : label).text(Requests.STATUS, status == 0 ? error : code)
                .failed(status < 200 || status >= 400 || !error.isEmpty());
        if (!label.isEmpty()) {
            rows.text("attack", attack);
        }
        if (status != 0) {
            rows.text("error", error);
        }
        rows.number("bytes in", Unit.BYTES, Math.max(0, bytesIn)).number("bytes out", Unit.BYTES, Math.max(0, bytesOut));
        return "";
    }
}
