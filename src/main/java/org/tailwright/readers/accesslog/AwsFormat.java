package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// Access logs of AWS application load balancers (the time is when the answer was made) and classic ones (the time is when the request
/// came). Three processing times in seconds make the duration; -1 means that the request was never handed on.
final class AwsFormat implements AccessFormat {
    private static final String NAME = "AWS load balancer log";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3,6}Z";
    private static final String TIMES = " (?:-?\\d[\\d.eE-]* ){3}";
    private static final Pattern APPLICATION = Pattern.compile("(?:http|https|h2|grpcs|ws|wss) " + TIME + " \\S+ \\S+ \\S+" + TIMES + ".*");
    private static final Pattern CLASSIC = Pattern.compile(TIME + " \\S+ \\S+ \\S+" + TIMES + ".*");
    private static final long SECOND = 1_000_000_000L;

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "type, ISO time, balancer, client, target and three processing times; or the same without the type";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        return AccessFormat.certain(head, APPLICATION.asMatchPredicate().or(CLASSIC.asMatchPredicate()));
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        return new Balancer(new Stamps(options.zone()));
    }

    private static final class Balancer implements Parser {
        private final Stamps stamps;
        private final Fields fields = new Fields();
        private long connections;
        private long undispatched;
        private boolean application;

        Balancer(Stamps stamps) {
            this.stamps = stamps;
        }

        @Override
        public @Nullable String parse(String line, AccessRow row) {
            if (line.startsWith("#")) {
                return IGNORED;
            }
            if (APPLICATION.matcher(line).matches()) {
                application = true;
                return application(row, fields.split(line));
            }
            return CLASSIC.matcher(line).matches() ? classic(row, fields.split(line)) : "the fields of the load balancer are not all there";
        }

        private @Nullable String application(AccessRow row, Fields at) {
            common(row, at, 1);
            row.ends = true;
            row.trace = at.at(17).startsWith("Root=") ? at.at(17).substring(5) : "";
            row.host = at.at(18);
            if (row.duration == AccessRow.NONE) {
                undispatched++;
                long came = stamps.nanos(at.at(21));
                row.duration = came == AccessRow.NONE || row.stamp == AccessRow.NONE ? AccessRow.NONE : Math.max(0, row.stamp - came);
            }
            return null;
        }

        private @Nullable String classic(AccessRow row, Fields at) {
            if (at.at(11).startsWith("- ") || at.at(7).equals("-")) {
                connections++;
                return IGNORED;
            }
            common(row, at, 0);
            undispatched += row.duration == AccessRow.NONE ? 1 : 0;
            return null;
        }

        private void common(AccessRow row, Fields at, int shift) {
            row.stamp = stamps.nanos(at.at(shift));
            row.service = at.at(1 + shift);
            long taken = Decimal.nanos(at.at(4 + shift), SECOND);
            row.upstream = Decimal.nanos(at.at(5 + shift), SECOND);
            long answered = Decimal.nanos(at.at(6 + shift), SECOND);
            if (taken != AccessRow.NONE && row.upstream != AccessRow.NONE && answered != AccessRow.NONE) {
                row.duration = taken + row.upstream + answered;
                row.parts.put("request processing time", taken);
                row.parts.put("response processing time", answered);
            }
            row.status = at.at(7 + shift);
            row.bytes = Decimal.bytes(at.at(10 + shift));
            row.request(at.at(11 + shift));
        }

        @Override
        public String format() {
            return NAME + (application ? " (application)" : " (classic)");
        }

        @Override
        public long quantumNanos() {
            return application ? 1_000_000 : 1_000;
        }

        @Override
        public List<String> assumed() {
            return List.of(application ? "the time is when the balancer made its answer; the start is that minus the processing times"
                    : "the time is when the balancer got the request");
        }

        @Override
        public List<String> caveats() {
            List<String> caveats = new ArrayList<>(List.of("the duration is the sum of the three processing times: sending the answer is not in it"));
            if (undispatched > 0) {
                caveats.add(undispatched + " requests were not handed to a target (-1)" + (application ? ": their time runs from creation to answer" : ""));
            }
            if (connections > 0) {
                caveats.add(connections + " TCP connections are not requests and are left out");
            }
            return caveats;
        }
    }
}
