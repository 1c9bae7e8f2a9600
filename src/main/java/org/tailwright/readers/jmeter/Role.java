package org.tailwright.readers.jmeter;

import java.util.Locale;

/// What a column of a JMeter result file is for.
enum Role {
    TIME, ELAPSED, LABEL, STATUS, MESSAGE, THREAD, TYPE, SUCCESS, BYTES, ACTIVE, LATENCY, CONNECT, INTENDED, URL,
    /// A standard column that is left out.
    SKIP,
    /// A column of the user's own, kept as text.
    EXTRA;

    /// The role of a column by its name in the header.
    static Role of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "timestamp" -> TIME;
            case "elapsed" -> ELAPSED;
            case "label" -> LABEL;
            case "responsecode" -> STATUS;
            case "responsemessage" -> MESSAGE;
            case "threadname" -> THREAD;
            case "datatype" -> TYPE;
            case "success" -> SUCCESS;
            case "bytes" -> BYTES;
            case "allthreads" -> ACTIVE;
            case "latency" -> LATENCY;
            case "connect" -> CONNECT;
            case "intendedstart" -> INTENDED;
            case "url" -> URL;
            case "failuremessage", "sentbytes", "grpthreads", "idletime", "filename", "encoding", "samplecount", "errorcount" -> SKIP;
            default -> EXTRA;
        };
    }
}
