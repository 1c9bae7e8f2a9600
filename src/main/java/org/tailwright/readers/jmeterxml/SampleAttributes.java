package org.tailwright.readers.jmeterxml;

import java.util.ArrayList;
import java.util.List;

/// What the attributes of a sample say, under the short names of test results 1.1 and later and the long ones of 1.0.
final class SampleAttributes {
    private static final String TRANSACTION = "Number of samples in transaction";

    /// Name, value, name, value and so on.
    final List<String> extras = new ArrayList<>();
    long time;
    long elapsed;
    long latency;
    long connect;
    long bytes;
    long active;
    long samples;
    String label = "";
    String code = "";
    String thread = "";
    String success = "";
    boolean transaction;

    /// Takes all attributes; names and values of the user's own variables are in [#extras] afterwards.
    void take(List<String> names, List<String> values) {
        extras.clear();
        time = -1;
        elapsed = -1;
        latency = -1;
        connect = -1;
        bytes = -1;
        active = -1;
        samples = 1;
        label = "";
        code = "";
        thread = "";
        success = "";
        transaction = false;
        for (int i = 0; i < names.size(); i++) {
            take(names.get(i), values.get(i));
        }
    }

    private void take(String name, String value) {
        switch (name) {
            case "ts", "timeStamp" -> time = whole(value);
            case "t", "time", "elapsed" -> elapsed = whole(value);
            case "lt", "latency" -> latency = whole(value);
            case "ct", "connect" -> connect = whole(value);
            case "by", "bytes" -> bytes = whole(value);
            case "na" -> active = whole(value);
            case "sc" -> samples = Math.max(1, whole(value));
            case "lb", "label" -> label = value;
            case "rc", "responseCode" -> code = value;
            case "tn", "threadName" -> thread = value;
            case "s", "success" -> success = value;
            case "rm", "responseMessage" -> transaction = value.startsWith(TRANSACTION);
            case "sby", "de", "dt", "ec", "ng", "it", "dataType", "dataEncoding", "failureMessage" -> { }
            case "hn" -> extra("Hostname", value);
            default -> extra(name, value);
        }
    }

    private void extra(String name, String value) {
        extras.add(name);
        extras.add(value);
    }

    /// Whether the element is a sample with a time and a length that a clock can show.
    boolean complete() {
        return time >= 0 && time < 1L << 43 && elapsed >= 0 && elapsed < 1L << 43;
    }

    /// A whole number of at least 0, else -1.
    private static long whole(String text) {
        int n = text.length();
        if (n == 0 || n > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < n; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
