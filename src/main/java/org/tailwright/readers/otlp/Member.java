package org.tailwright.readers.otlp;

/// The members of a span, as collectors spell them.
enum Member {
    TRACE("traceId"), SPAN("spanId"), PARENT("parentSpanId"), STATE("traceState"), NAME("name"), KIND("kind"), START("startTimeUnixNano"),
    END("endTimeUnixNano"), ATTRIBUTES("attributes"), STATUS("status"), FLAGS("flags"), EVENTS("events"), LINKS("links"),
    DROPPED_ATTRIBUTES("droppedAttributesCount"), DROPPED_EVENTS("droppedEventsCount"), DROPPED_LINKS("droppedLinksCount");

    /// All, in order.
    static final Member[] ALL = values();

    /// As it is spelled.
    final String spelled;
    /// Quoted and with the colon behind it.
    final Literal literal;

    Member(String spelled) {
        this.spelled = spelled;
        literal = Literal.of('"' + spelled + "\":");
    }
}
