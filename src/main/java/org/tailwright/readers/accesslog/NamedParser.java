package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.text.Units;

/// What parsers of named fields (JSON, `key=value`) share: roles, and what is said about them.
abstract sealed class NamedParser implements AccessFormat.Parser permits JsonFormat.Objects, KeyValueFormat.Pairs {
    final Roles roles;
    private final String family;

    NamedParser(String family, Roles.Producer producer, ReadOptions options) {
        this.family = family;
        String said = options.units().getOrDefault("duration", "");
        roles = new Roles(producer, new Stamps(options.zone()), Units.nanos(said.isEmpty() ? "none" : said).orElse(0));
    }

    /// Whether a line has what a request needs.
    static boolean whole(AccessRow row) {
        return row.stamp != AccessRow.NONE && (!row.status.isEmpty() || !row.path.isEmpty());
    }

    @Override
    public String format() {
        return family + (roles.producer().words.isEmpty() ? "" : " (" + roles.producer().words + ")");
    }

    @Override
    public long quantumNanos() {
        return switch (roles.producer()) {
            case CADDY, TRAEFIK -> 1;
            case ENVOY, NGINX, GATEWAY, HEROKU, LTSV, OTHER -> 1_000_000;
        };
    }

    @Override
    public List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (!roles.judged().isEmpty()) {
            assumed.add("durations without a unit are taken as " + roles.judged() + ", judged by their form; --unit duration=ms says it instead");
        }
        if (!roles.stamps().assumed().isEmpty()) {
            assumed.add(roles.stamps().assumed());
        }
        assumed.add("the time stamp marks the " + (roles.started() ? "start" : "end") + " of a request");
        return assumed;
    }

    @Override
    public List<String> caveats() {
        return roles.stamps().coarse() ? List.of(CommonFormat.COARSE) : List.of();
    }
}
