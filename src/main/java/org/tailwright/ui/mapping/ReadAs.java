package org.tailwright.ui.mapping;

import java.util.List;
import java.util.Map;
import org.tailwright.readers.text.Role;

/// What a delimited text can be read as, and the roles that its columns then have.
public enum ReadAs {
    REQUESTS("Requests", "One row for each request: when it began and how long it took. Without a start only the distribution can be told.", List.of(Role.DURATION),
            List.of(Role.START, Role.LABEL, Role.STATUS, Role.FAILED, Role.SUCCESS)),
    METRICS("Metrics", "Numbers over time: one column for each series, or one row for each value.", List.of(Role.START), List.of(Role.VALUE, Role.METRIC)),
    LOADPOINTS("Load points", "One row for each level of load: how many users or nodes, and the throughput.", List.of(Role.LOAD, Role.THROUGHPUT),
            List.of(Role.LATENCY));

    private final String title;
    private final String words;
    private final List<Role> needed;
    private final List<Role> optional;

    ReadAs(String title, String words, List<Role> needed, List<Role> optional) {
        this.title = title;
        this.words = words;
        this.needed = needed;
        this.optional = optional;
    }

    /// Its name.
    public String title() {
        return title;
    }

    /// One sentence about it.
    public String words() {
        return words;
    }

    /// Roles that must have a column.
    public List<Role> needed() {
        return needed;
    }

    /// Roles that may have one.
    public List<Role> optional() {
        return optional;
    }

    /// The kind that these roles make.
    static ReadAs of(Map<Role, String> roles) {
        if (roles.containsKey(Role.LOAD) || roles.containsKey(Role.THROUGHPUT)) {
            return LOADPOINTS;
        }
        boolean timed = roles.containsKey(Role.START) || roles.containsKey(Role.END);
        return timed && !roles.containsKey(Role.DURATION) ? METRICS : REQUESTS;
    }

    /// What a role is called here.
    String title(Role role) {
        return switch (role) {
            case START, END -> this == METRICS ? "Time" : "Start";
            case DURATION -> "Duration";
            case LABEL -> "Label";
            case STATUS -> "Status";
            case SUCCESS -> "Success";
            case FAILED -> "Failed";
            case VALUE -> "Value";
            case METRIC -> "Series name";
            case LOAD -> "Load";
            case THROUGHPUT -> "Throughput";
            case LATENCY -> "Latency (p99)";
        };
    }
}
