package org.tailwright.readers.spans;

import java.util.Locale;

/// The role of a span in a call.
public enum SpanKind {
    INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER;

    private static final String PREFIX = "SPAN_KIND_";

    /// The ordinal of the kind that `text` names: a name with or without OTLP's prefix in any case, or OTLP's number; -1 for none.
    public static int of(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        for (SpanKind each : values()) {
            if (each.name().equals(bare) || Integer.toString(each.ordinal() + 1).equals(bare)) {
                return each.ordinal();
            }
        }
        return -1;
    }

    /// Lower case, as in the column.
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
