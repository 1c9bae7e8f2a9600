package org.tailwright.data;

import java.util.List;
import java.util.Optional;

/// Spans of distributed traces.
///
/// The table has the columns of [Requests] (start, duration, label = operation, service, trace, failed, weight where sampling is known) and
/// [#SPAN], [#PARENT], [#KIND]; span attributes are text columns under their own names.
///
/// @param sampling how traces were chosen, in words; empty when all are there
public record Traces(Origin origin, Table table, Meaning meaning, String sampling) implements Dataset {
    /// Id of the span, `Texts`.
    public static final String SPAN = "span";
    /// Id of the parent span, `Texts`; missing for a root.
    public static final String PARENT = "parent";
    /// Server, client, producer, consumer or internal, `Texts`.
    public static final String KIND = "kind";

    public Traces {
        for (String needed : List.of(Requests.TRACE, SPAN, PARENT, Requests.SERVICE, Requests.LABEL)) {
            if (table.texts(needed).isEmpty()) {
                throw new IllegalArgumentException("spans need the column " + needed);
            }
        }
    }

    /// The spans as requests, all columns kept.
    public Requests asRequests() {
        return new Requests(origin, table, meaning);
    }

    /// The spans without a parent, which stand for whole traces.
    public Requests roots() {
        Texts parents = table.texts(PARENT).orElseThrow();
        Rows roots = Rows.where(table.rows(), parents::missing);
        return new Requests(origin, table.select(roots), meaning);
    }

    @Override
    public long rows() {
        return table.rows();
    }

    @Override
    public Optional<TimeSpan> span() {
        return asRequests().span();
    }
}
