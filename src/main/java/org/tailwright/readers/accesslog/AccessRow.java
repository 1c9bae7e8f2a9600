package org.tailwright.readers.accesslog;

import java.util.LinkedHashMap;
import java.util.Map;

/// One request as a line tells it; used again for every line. Times in nanoseconds, [#NONE] where the line does not say.
final class AccessRow {
    static final long NONE = Long.MIN_VALUE;

    /// When it began or ended, nanoseconds since the epoch.
    long stamp;
    /// Whether `stamp` is the end.
    boolean ends;
    /// How long it took.
    long duration;
    /// How long the server behind the proxy took.
    long upstream;
    /// Bytes sent to the client.
    long bytes;
    String method = "";
    /// Path with query as it was asked for.
    String path = "";
    /// Status code, empty when there is none.
    String status = "";
    String host = "";
    String service = "";
    /// Trace that the request belongs to.
    String trace = "";
    /// Further durations by name, in nanoseconds.
    final Map<String, Long> parts = new LinkedHashMap<>();

    /// Forgets everything.
    AccessRow clear() {
        stamp = NONE;
        ends = false;
        duration = NONE;
        upstream = NONE;
        bytes = NONE;
        method = "";
        path = "";
        status = "";
        host = "";
        service = "";
        trace = "";
        parts.clear();
        return this;
    }

    /// Takes method and path from a request line such as `GET /a?b=c HTTP/1.1`; a damaged one keeps its text as the path.
    void request(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        boolean protocol = last > first && line.startsWith("HTTP", last + 1);
        if (first > 0) {
            method = line.substring(0, first);
            path = line.substring(first + 1, protocol ? last : line.length());
        } else {
            path = line.equals("-") ? "" : line;
        }
    }

    /// Failed by the rule of all access logs: the server answered 5xx, or the connection broke before there was a status (0 or -1).
    boolean failed() {
        return status.length() == 3 && status.charAt(0) == '5' || status.equals("0") || status.equals("-1") || status.equals("000");
    }
}
