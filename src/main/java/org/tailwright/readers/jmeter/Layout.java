package org.tailwright.readers.jmeter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;

/// How one result file is laid out.
///
/// @param delimiter byte between fields
/// @param header whether the first line names the columns
/// @param names of all columns; of a file without a header the default ones
/// @param roles of all columns
record Layout(byte delimiter, boolean header, List<String> names, List<Role> roles) {
    private static final String DELIMITERS = ",\t;|^~: ";
    private static final String FIRST = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,";
    /// Default columns of JMeter's versions, newest first; the number of columns tells them apart.
    private static final List<String> DEFAULTS = List.of(
            FIRST + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect",
            FIRST + "failureMessage,bytes,sentBytes,grpThreads,allThreads,Latency,IdleTime,Connect",
            FIRST + "failureMessage,bytes,grpThreads,allThreads,Latency,IdleTime",
            FIRST + "bytes,grpThreads,allThreads,Latency",
            FIRST + "bytes,Latency",
            FIRST + "bytes");
    private static final Pattern TIME = Pattern.compile("\\d{13}|\\d{4}[-/.]\\d\\d[-/.]\\d\\d[ T]\\d\\d:\\d\\d.*|\\d\\d?[-/.]\\d\\d?[-/.]\\d{4} .*");

    Layout {
        names = List.copyOf(names);
        roles = List.copyOf(roles);
    }

    /// The layout that the beginning of a file shows, if it is a JMeter result file.
    static Optional<Layout> of(Head head) {
        String text = head.text();
        int end = text.indexOf('\n');
        if (text.isEmpty() || text.charAt(0) == '<' || end < 0 && !head.whole()) {
            return Optional.empty();
        }
        String line = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            List<String> fields = split(line, delimiter);
            Set<String> names = Set.copyOf(fields.stream().map(String::strip).toList());
            if (names.contains("timeStamp") && names.contains("elapsed")) {
                return Optional.of(new Layout((byte) delimiter, true, fields, roles(fields)));
            }
        }
        return headless(text);
    }

    private static Optional<Layout> headless(String text) {
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            List<String> fields = split(text, delimiter);
            int n = fields.size();
            if (n >= 9 && TIME.matcher(fields.get(0)).matches() && fields.get(1).matches("\\d{1,9}") && fields.get(7).matches("true|false")) {
                List<String> names = DEFAULTS.stream().map(each -> List.of(each.split(","))).filter(each -> each.size() == n).findFirst()
                        .orElseGet(() -> padded(n));
                return Optional.of(new Layout((byte) delimiter, false, names, roles(names)));
            }
        }
        return Optional.empty();
    }

    /// The columns that all versions share, and the rest without a meaning.
    private static List<String> padded(int n) {
        List<String> names = new ArrayList<>(List.of(FIRST.split(",")));
        while (names.size() < n) {
            names.add("filename");
        }
        return names;
    }

    private static List<Role> roles(List<String> names) {
        List<Role> roles = new ArrayList<>();
        for (String name : names) {
            Role role = Role.of(name);
            roles.add(role != Role.EXTRA && role != Role.SKIP && roles.contains(role) ? Role.SKIP : role);
        }
        return roles;
    }

    /// Whether a column of this role is there.
    boolean has(Role role) {
        return roles.contains(role);
    }

    /// Column number of a role, -1 when there is none.
    int column(Role role) {
        return roles.indexOf(role);
    }

    /// Whether the default columns of some version explain the file.
    boolean known() {
        return header || DEFAULTS.contains(String.join(",", names));
    }

    /// The fields of the first record of `text`.
    static List<String> split(String text, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
