package org.tailwright.readers.gatling;

import java.util.ArrayList;
import java.util.List;

/// One line of a text log. The order of columns changed from version to version, and not always with the version that the log names, so
/// columns are found by what they hold: two times and OK or KO make a request, with its name before and its message behind.
final class TextRow {
    private static final long NOT = -1;
    /// What a request without an end shows instead of one.
    private static final long ENDLESS = -2;

    private final GatlingRun run;
    private final List<String> fields = new ArrayList<>();
    private int from;
    private boolean first;

    TextRow(GatlingRun run) {
        this.run = run;
    }

    /// Takes a line; says what is wrong with it, or nothing.
    String take(String line) {
        split(line);
        String kind = fields.getFirst();
        first = known(kind);
        from = first ? 1 : 3;
        if (!first) {
            kind = fields.size() > 2 ? fields.get(2) : "";
        }
        return switch (kind) {
            case "RUN" -> run();
            case "USER" -> user();
            case "REQUEST" -> request();
            case "GROUP" -> group();
            case "ERROR" -> error();
            case "ASSERTION", "SCENARIO", "ACTION" -> "";
            default -> kind.isEmpty() && assertion(line) ? "" : "no kind of record that Gatling writes";
        };
    }

    private static boolean known(String kind) {
        return switch (kind) {
            case "RUN", "USER", "REQUEST", "GROUP", "ERROR", "ASSERTION" -> true;
            default -> false;
        };
    }

    /// Version 2.0 writes assertions as bare lines before the run.
    private boolean assertion(String line) {
        return line.isBlank() || run.isEmpty() && line.indexOf('\t') >= 0;
    }

    private void split(String line) {
        fields.clear();
        int at = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', at)) {
            fields.add(line.substring(at, tab));
            at = tab + 1;
        }
        fields.add(line.substring(at));
    }

    private String run() {
        String last = fields.getLast().strip();
        run.version(last.matches("[0-9]{1,3}\\.[0-9][\\w.-]{0,30}") ? last : "");
        return "";
    }

    private String user() {
        for (int i = first ? 1 : 3; i + 1 < fields.size(); i++) {
            String event = fields.get(i);
            boolean start = event.equals("START");
            if ((start || event.equals("END")) && time(i + 1) >= 0) {
                long later = time(i + 2);
                run.user(start, start || later < 0 ? time(i + 1) : later);
                return "";
            }
        }
        return "a user's record has no START or END with a time";
    }

    private String request() {
        for (int i = from; i + 2 < fields.size(); i++) {
            if (time(i) >= 0 && (time(i + 1) >= 0 || time(i + 1) == ENDLESS)) {
                // Version 2.0 has four times: request sent from, to, answer from, to.
                int status = time(i + 2) >= 0 && time(i + 3) >= 0 ? i + 4 : i + 2;
                String word = field(status);
                if (word.equals("OK") || word.equals("KO")) {
                    return request(i, time(status - 1), word.equals("KO"), status);
                }
            }
        }
        return "a request has no two times with OK or KO behind them";
    }

    private String request(int at, long end, boolean failed, int status) {
        if (end == ENDLESS) {
            run.unmatched();
            return "";
        }
        String path = at - 2 >= from ? path(at - 2) : "";
        if (!run.request(path, at - 1 >= from ? fields.get(at - 1).strip() : "", time(at), end, failed)) {
            return "a request ends before it starts";
        }
        String user = first ? at - 3 >= from ? fields.get(at - 3).strip() : "" : fields.get(1).strip();
        run.detail(field(status + 1), user);
        return "";
    }

    private String group() {
        for (int i = from; i + 2 < fields.size(); i++) {
            String status = fields.getLast().strip();
            if (time(i) >= 0 && time(i + 1) >= 0 && (status.equals("OK") || status.equals("KO"))) {
                String sum = field(i + 2);
                long cumulated = sum.matches("[0-9]{1,12}") ? Long.parseLong(sum) : -1;
                String path = i - 1 >= from ? path(i - 1) : "";
                return run.group(path, time(i), time(i + 1), cumulated, status.equals("KO")) ? "" : "a group ends before it starts";
            }
        }
        // Some tools rewrite errors under the name of groups.
        return time(fields.size() - 1) >= 0 && fields.size() == 3 ? error() : "a group has no two times with OK or KO at the end";
    }

    private String error() {
        run.error(field(from));
        return "";
    }

    private String path(int at) {
        return fields.get(at).strip().replace(",", " / ");
    }

    private String field(int at) {
        return at < fields.size() ? fields.get(at) : "";
    }

    /// Milliseconds since the epoch (from 1973 to 5138), [#ENDLESS] for a negative number, else [#NOT].
    private long time(int at) {
        String text = field(at);
        int n = text.length();
        boolean negative = n > 1 && text.charAt(0) == '-';
        if (n < 12 || n > (negative ? 20 : 14)) {
            return NOT;
        }
        long value = 0;
        for (int i = negative ? 1 : 0; i < n; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT;
            }
            value = 10 * value + digit;
        }
        return negative ? ENDLESS : value;
    }
}
