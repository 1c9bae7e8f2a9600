package org.tailwright.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An objective that a run holds or breaches, as written: `p99<250ms`, `p99.9 < 1 s where label=POST /pay`, `errors<1%`, `max<2s`.
///
/// @param measure percentile in (0, 1) of latency, or nothing for the share of errors; 1 for the maximum
/// @param limit nanoseconds for latency, a share for errors; the objective holds below it
/// @param where only rows that match
/// @param text as written
public record Objective(Optional<Double> measure, double limit, List<Selection.Filter> where, String text) {
    private static final Pattern FORM =
            Pattern.compile("\\s*(p[0-9]+(?:\\.[0-9]+)?|max|errors)\\s*<=?\\s*([^<>]+?)(?:\\s+where\\s+(.+?))?\\s*");

    public Objective {
        where = List.copyOf(where);
    }

    /// Reads an objective.
    ///
    /// @throws IllegalArgumentException with a sentence for people when it is not one
    public static Objective parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no objective; write for example 'p99<250ms where label=POST /pay' or 'errors<1%'");
        }
        String measure = match.group(1);
        List<Selection.Filter> where = match.group(3) == null ? List.of() : filters(match.group(3));
        if (measure.equals("errors")) {
            return new Objective(Optional.empty(), share(match.group(2), text), where, text.strip());
        }
        double p = measure.equals("max") ? 1 : Double.parseDouble(measure.substring(1)) / 100;
        OptionalLong limit = Durations.parse(match.group(2));
        if (limit.isEmpty() || p <= 0 || p > 1) {
            throw new IllegalArgumentException("'" + text + "' needs a percentile up to 100 and a limit with its unit, as in p99<250ms");
        }
        return new Objective(Optional.of(p), limit.getAsLong(), where, text.strip());
    }

    private static List<Selection.Filter> filters(String text) {
        return List.of(text.split("\\s+and\\s+")).stream().map(each -> {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + each + "' is no filter; write column=value");
            }
            return new Selection.Filter(each.substring(0, equals).strip(), each.substring(equals + 1).strip());
        }).toList();
    }

    private static double share(String limit, String text) {
        String digits = limit.strip();
        boolean percent = digits.endsWith("%");
        try {
            double value = Double.parseDouble(percent ? digits.substring(0, digits.length() - 1).strip() : digits);
            return percent ? value / 100 : value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' needs a share of errors, as in errors<1%", e);
        }
    }
}
