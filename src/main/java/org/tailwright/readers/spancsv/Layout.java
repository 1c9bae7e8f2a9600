package org.tailwright.readers.spancsv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.text.Units;

/// Which column is what.
///
/// @param names of the columns, as written
/// @param columns number of each role's column, from 0
record Layout(char delimiter, List<String> names, Map<Role, Integer> columns) {
    private static final int MOST_COLUMNS = 1000;

    /// The layout of a file of spans by its first line; nothing for other files.
    static Optional<Layout> of(Head head) {
        String first = head.lines(20).stream().filter(each -> !each.isBlank()).findFirst().orElse("");
        if (first.isEmpty() || "{[<".indexOf(first.charAt(0)) >= 0) {
            return Optional.empty();
        }
        for (char delimiter : new char[] {',', '\t', ';', '|'}) {
            List<String> names = split(first, delimiter);
            Layout layout = new Layout(delimiter, names, names.size() > MOST_COLUMNS ? Map.of() : roles(names));
            if (layout.spans() || layout.callGraph()) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    private static List<String> split(String line, char delimiter) {
        List<String> names = new ArrayList<>();
        for (String each : line.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
            String name = each.strip();
            boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
            names.add(quoted ? name.substring(1, name.length() - 1) : name);
        }
        return names;
    }

    private static Map<Role, Integer> roles(List<String> names) {
        List<String> plain = names.stream().map(Layout::plain).toList();
        Map<Role, Integer> columns = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            for (String wanted : role.names) {
                int at = finest(names, plain, wanted);
                if (at >= 0 && !columns.containsValue(at)) {
                    columns.put(role, at);
                    break;
                }
            }
        }
        return columns;
    }

    /// Of columns with the same name but for the unit (`startTime`, `startTimeMillis`) the one without a unit or with the finest.
    private static int finest(List<String> names, List<String> plain, String wanted) {
        int best = -1;
        long unit = Long.MAX_VALUE;
        for (int i = 0; i < plain.size(); i++) {
            if (plain.get(i).equals(wanted)) {
                long own = unitOf(names.get(i)).orElse(0);
                if (own < unit) {
                    best = i;
                    unit = own;
                }
            }
        }
        return best;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = unitOf(name).isPresent()
                ? lower.replaceAll("[^a-zµμ]*(?:unix)?_?(nanoseconds?|nanos?|ns|microseconds?|micros?|us|µs|μs|milliseconds?|millis?|ms|seconds?|secs?|s)[\\])]?$", "")
                : lower;
        return bare.replaceAll("[^a-z0-9]", "");
    }

    /// Nanoseconds of the unit that a column's name tells.
    static OptionalLong unitOf(String name) {
        return Units.named(name);
    }

    /// Whether this is a table of spans.
    boolean spans() {
        return has(Role.TRACE) && has(Role.SPAN) && has(Role.PARENT) && has(Role.START) && (has(Role.END) || has(Role.DURATION));
    }

    /// Whether this is one of Alibaba's call graphs.
    boolean callGraph() {
        return has(Role.TRACE) && has(Role.CALLER) && has(Role.CALLED) && has(Role.START) && has(Role.DURATION)
                && plain(names.get(columns.getOrDefault(Role.SPAN, 0))).equals("rpcid");
    }

    boolean has(Role role) {
        return columns.containsKey(role);
    }

    /// The field of a record; empty when the role has no column or the record is too short.
    String field(List<String> fields, Role role) {
        Integer at = columns.get(role);
        return at == null || at >= fields.size() ? "" : fields.get(at).strip();
    }

    /// Name of a role's column.
    String name(Role role) {
        Integer at = columns.get(role);
        return at == null ? "" : names.get(at);
    }
}
