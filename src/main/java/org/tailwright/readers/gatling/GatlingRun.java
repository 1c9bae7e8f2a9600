package org.tailwright.readers.gatling;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;

/// What a simulation log tells, in whichever form: requests, groups, users and errors. Times are milliseconds since the epoch.
final class GatlingRun {
    /// Characters of a name or message that are kept.
    private static final int LONGEST = 500;

    private static final long MILLI = 1_000_000;
    private static final long LATEST = 1L << 43;

    private final CallTable requests = new CallTable();
    private final CallTable groups = new CallTable();
    private final ActiveUsers users = new ActiveUsers();
    private final Diagnostics diagnostics = new Diagnostics();
    private String version = "";
    private String firstError = "";
    private long errors;
    private long unmatched;
    private long skipped;

    void version(String told) {
        version = told;
    }

    /// A request.
    ///
    /// @param path groups joined by " / ", empty without
    /// @return whether its times make sense
    boolean request(String path, String name, long start, long end, boolean failed) {
        if (!sensible(start, end)) {
            return false;
        }
        String group = cut(path);
        requests.add(start, end, failed, group.isEmpty() ? cut(name) : group + " / " + cut(name), group);
        return true;
    }

    /// Why the last request failed and which user sent it; empty where unknown.
    void detail(String message, String user) {
        requests.detail(cut(message.strip()), user);
    }

    /// A group of requests.
    ///
    /// @param cumulated sum of the response times inside, -1 when unknown
    /// @return whether its times make sense
    boolean group(String path, long start, long end, long cumulated, boolean failed) {
        if (!sensible(start, end)) {
            return false;
        }
        groups.add(start, end, failed, cut(path), "");
        groups.cumulated(cumulated < LATEST ? cumulated : -1);
        return true;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static boolean sensible(long start, long end) {
        return start >= 0 && end >= start && end < LATEST;
    }

    void user(boolean starts, long time) {
        if (starts) {
            users.started(time);
        } else {
            users.ended(time);
        }
    }

    /// Something went wrong in the simulation itself, such as a name that was not defined.
    void error(String message) {
        errors++;
        firstError = firstError.isEmpty() ? message.strip() : firstError;
    }

    /// A message that came in without a request that waited for it: it has no response time.
    void unmatched() {
        unmatched++;
    }

    void skip(long line, long offset, String why) {
        skipped++;
        diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, line, offset, why));
    }

    /// Whether nothing was told yet.
    boolean isEmpty() {
        return requests.size() == 0 && groups.size() == 0 && users.users() == 0;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    ReadResult result(Source source, String format) throws UnreadableFile {
        if (unmatched > 0) {
            diagnostics.note(unmatched + " incoming messages that no request waited for have no response time and are left out");
        }
        if (requests.size() == 0 && groups.size() == 0) {
            if (skipped > 0) {
                Diagnostic first = diagnostics.first().getFirst();
                throw new UnreadableFile("no request could be read: " + first.words(), "", "is the log of another version or damaged?");
            }
            diagnostics.note(users.users() == 0 ? "the run has no requests" : "the run has " + users.users() + " users and no requests");
            return ReadResult.of(format, List.of(), diagnostics, skipped);
        }
        List<Dataset> found = new ArrayList<>();
        add(found, source, format, requests, "", List.of());
        add(found, source, format, groups, " groups",
                List.of("a group's duration holds its requests, the groups inside it and the pauses; cumulated response time leaves the pauses out"));
        return ReadResult.of(format, found, diagnostics, skipped);
    }

    private void add(List<Dataset> found, Source source, String format, CallTable rows, String part, List<String> caveats) {
        if (rows.size() > 0) {
            Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, MILLI, 0, caveats);
            Trust trust = new Trust(rows.size(), skipped, List.of(), doubts());
            String named = version.isEmpty() ? format : format + " " + version;
            found.add(new Requests(new Origin(source.name() + part, source.path(), named, trust), rows.table(users), meaning));
        }
    }

    private List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (errors > 0) {
            doubts.add(errors + (errors == 1 ? " error" : " errors") + " of the simulation itself, whose requests were never sent: " + shortened(firstError));
        }
        if (users.endless() > 0) {
            doubts.add(users.endless() + " of " + users.users() + " users have no end in the log: active threads count them up to the last row");
        }
        return doubts;
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
