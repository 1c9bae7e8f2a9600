package org.tailwright.readers.k6;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.readers.calls.CallRows;

/// Rows of one kind of timing. The time of a sample is that of the end, so a row starts a duration before it.
final class TimedRows {
    private static final double MILLI = 1e6;
    private static final double LONGEST = 1e17;
    private static final List<String> COLUMNS = List.of("scenario", "error", "error_code", "proto", "service", "url");
    private static final List<String> PARTS = List.of("blocked", "connecting", "tls_handshaking", "sending", "waiting", "receiving");

    private final Timing timing;
    private final CallRows rows = new CallRows();
    private long lastTime;
    private String lastLabel = "";
    private int partsSeen;
    private boolean guessed;

    TimedRows(Timing timing) {
        this.timing = timing;
    }

    /// Adds a row.
    ///
    /// @param end nanoseconds since the epoch
    /// @return whether the duration makes sense
    boolean add(long end, double millis, Tags tags) {
        double nanos = millis * MILLI;
        if (!(nanos >= 0 && nanos < LONGEST)) {
            return false;
        }
        lastTime = end;
        lastLabel = timing.label(tags);
        partsSeen = 0;
        rows.begin(end - Math.round(nanos), Math.round(nanos)).text(Requests.LABEL, lastLabel).text(Requests.STATUS, tags.get("status"))
                .text(Requests.THREAD, tags.get("vu"));
        int failed = timing.failed(tags);
        if (failed >= 0) {
            rows.failed(failed == 1);
        }
        guessed |= timing == Timing.HTTP && tags.get("expected_response").isEmpty();
        if (timing != Timing.GROUPS) {
            rows.text("group", Timing.path(tags.get("group")));
        }
        for (String each : COLUMNS) {
            String value = tags.get(each);
            rows.text(each, each.equals("url") && value.equals(tags.get("name")) ? "" : value);
        }
        return true;
    }

    /// Takes a part of the request that the last row is about; one of another request, or told twice, is passed over.
    void part(String name, long end, double millis, Tags tags) {
        int part = PARTS.indexOf(name);
        double nanos = millis * MILLI;
        if (part >= 0 && (partsSeen & 1 << part) == 0 && ofLast(end, tags) && nanos >= 0 && nanos < LONGEST) {
            partsSeen |= 1 << part;
            rows.number(name.replace('_', ' '), Unit.DURATION, Math.round(nanos));
        }
    }

    /// What k6 itself counts as a failure of the request that the last row is about.
    void failed(long end, boolean failure, Tags tags) {
        if (ofLast(end, tags)) {
            rows.failed(failure);
        }
    }

    private boolean ofLast(long end, Tags tags) {
        return rows.size() > 0 && end == lastTime && timing.label(tags).equals(lastLabel);
    }

    int size() {
        return rows.size();
    }

    /// Whether failures were told from status codes, because no tag says which answers were expected.
    boolean guessed() {
        return guessed;
    }

    /// The data set; this collector is spent.
    Requests build(Origin origin, UserCounts users) {
        Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.END, 0, 0, timing.caveat().isEmpty() ? List.of() : List.of(timing.caveat()));
        Requests built = rows.build(origin, meaning);
        Optional<Longs> active = users.at(built.starts());
        return active.isEmpty() ? built : new Requests(origin, built.table().with(Requests.ACTIVE, active.get()), meaning);
    }
}
