package org.tailwright.readers.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// The best guess of what columns mean, where a reader would not dare to guess: somebody looks at it before it counts.
final class Proposal {
    private final Survey survey;
    private final Map<Role, String> roles = new EnumMap<>(Role.class);

    private Proposal(Survey survey) {
        this.survey = survey;
    }

    static Map<Role, String> of(Survey survey) {
        Proposal proposal = new Proposal(survey);
        boolean named = Layout.named(survey.dialect().names());
        switch (survey.shape()) {
            case REQUESTS -> proposal.requests();
            case DURATIONS -> proposal.requests();
            case LOADPOINTS -> proposal.points();
            case METRICS -> {
                if (named) {
                    proposal.metrics();
                } else {
                    proposal.requests();
                }
            }
            case NONE -> proposal.unknown();
        }
        return proposal.roles;
    }

    private void unknown() {
        if (survey.time() >= 0 || first(this::moment) >= 0 || survey.columns().size() == 1) {
            requests();
        } else {
            points();
        }
    }

    private void requests() {
        int time = survey.time() >= 0 ? survey.time() : first(this::moment);
        put(time >= 0 && survey.ends(time) ? Role.END : Role.START, time);
        int status = survey.column("status", Survey.STATUSES, Survey.Holds.TEXT, Survey.Holds.NUMBER);
        put(Role.STATUS, status >= 0 ? status : first(i -> free(i) && codes(i)));
        put(Role.DURATION, survey.duration() >= 0 ? survey.duration() : first(i -> free(i) && number(i) && !survey.epoch(i)));
        int success = survey.column("success", RequestRows.SUCCESSES, Survey.Holds.TEXT);
        put(success >= 0 && RequestRows.FAILURES.contains(Survey.bare(name(success))) ? Role.FAILED : Role.SUCCESS, success);
        int label = survey.column("label", Survey.LABELS, Survey.Holds.TEXT, Survey.Holds.NUMBER);
        put(Role.LABEL, label >= 0 ? label : first(i -> free(i) && survey.columns().get(i) == Survey.Holds.TEXT && repeats(i)));
    }

    private void metrics() {
        put(Role.START, survey.time());
        boolean rowEach = survey.metric() >= 0 && survey.value() >= 0;
        put(Role.METRIC, rowEach ? survey.metric() : -1);
        put(Role.VALUE, rowEach ? survey.value() : -1);
    }

    private void points() {
        put(Role.LOAD, survey.load() >= 0 ? survey.load() : first(this::number));
        put(Role.THROUGHPUT, survey.throughput() >= 0 && free(survey.throughput()) ? survey.throughput() : first(i -> free(i) && number(i)));
        put(Role.LATENCY, survey.column("latency", PointRows.LATENCIES, Survey.Holds.NUMBER));
    }

    private boolean moment(int column) {
        return survey.columns().get(column) == Survey.Holds.TIME || number(column) && survey.epoch(column);
    }

    private boolean number(int column) {
        return survey.columns().get(column) == Survey.Holds.NUMBER;
    }

    private boolean free(int column) {
        return !roles.containsValue(name(column));
    }

    /// Whole numbers from 100 to 599 only, as HTTP has them, at most a dozen different ones.
    private boolean codes(int column) {
        Set<String> distinct = new HashSet<>(values(column));
        return number(column) && distinct.size() <= 12 && distinct.stream().allMatch(each -> each.matches("[1-5]\\d\\d"));
    }

    private boolean repeats(int column) {
        List<String> values = values(column);
        return 2 * new HashSet<>(values).size() <= values.size() || values.size() < 4;
    }

    private List<String> values(int column) {
        return survey.dialect().rows().stream().map(each -> each.get(column).strip()).toList();
    }

    private int first(IntPredicate fits) {
        for (int i = 0; i < survey.columns().size(); i++) {
            if (fits.test(i)) {
                return i;
            }
        }
        return -1;
    }

    private String name(int column) {
        return survey.dialect().names().get(column);
    }

    private void put(Role role, int column) {
        if (column >= 0) {
            roles.put(role, name(column));
        }
    }
}
