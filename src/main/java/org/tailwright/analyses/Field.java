package org.tailwright.analyses;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tailwright.data.Durations;

/// One parameter of an analysis: a command-line option and a control of the settings pane.
///
/// @param id name of the option: lower case, or a symbol of the field such as N
/// @param doc one clause: what it does, with its unit
/// @param kind which control fits
/// @param initial the default, as typed
/// @param choices the possible values of a choice, else empty
/// @param parser reads what was typed; throws IllegalArgumentException with a sentence for people
public record Field<T>(String id, String doc, Kind kind, String initial, List<String> choices, Function<String, T> parser) {
    private static final int MOST = 12;

    /// What kind of value it holds.
    public enum Kind { NUMBER, INTEGER, DURATION, CHOICE, TEXT, FLAG }

    public Field {
        choices = List.copyOf(choices);
    }

    /// A real number from `low` to `high`.
    public static Field<Double> number(String id, String doc, double initial, double low, double high) {
        return new Field<>(id, doc, Kind.NUMBER, shortest(initial), List.of(), text -> {
            double value = real(id, text);
            require(value >= low && value <= high, id, "must be from " + shortest(low) + " to " + shortest(high), text);
            return value;
        });
    }

    /// A whole number from `low` to `high`.
    public static Field<Long> integer(String id, String doc, long initial, long low, long high) {
        return new Field<>(id, doc, Kind.INTEGER, Long.toString(initial), List.of(), text -> {
            double value = real(id, text.replace("_", "").replace(",", ""));
            require(value == Math.rint(value) && value >= low && value <= high, id, "must be a whole number from " + low + " to " + high, text);
            return (long) value;
        });
    }

    /// A duration, typed with its unit, in nanoseconds.
    public static Field<Long> duration(String id, String doc, String initial) {
        return new Field<>(id, doc, Kind.DURATION, initial, List.of(), text -> Durations.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("--" + id + " needs a duration with its unit, such as 250ms, not '" + text + "'")));
    }

    /// One of an enum's constants, typed in lower case with dashes.
    public static <E extends Enum<E>> Field<E> choice(String id, String doc, E initial) {
        E[] all = initial.getDeclaringClass().getEnumConstants();
        List<String> names = Arrays.stream(all).map(Field::typed).toList();
        return new Field<>(id, doc, Kind.CHOICE, typed(initial), names, text -> {
            int found = names.indexOf(text.strip().toLowerCase(Locale.ROOT));
            require(found >= 0, id, "is one of " + String.join(", ", names), text);
            return all[found];
        });
    }

    /// Percentiles, typed as percentages parted by commas, as shares of 1 in ascending order: "50, 99.9" or "p50,p99.9".
    public static Field<List<Double>> percentiles(String id, String doc, String initial) {
        return new Field<>(id, doc, Kind.TEXT, initial, List.of(), text -> {
            List<Double> shares = Arrays.stream(text.split("[,;]")).map(each -> real(id, each.strip().toLowerCase(Locale.ROOT).replaceFirst("^p", "")))
                    .map(each -> new BigDecimal(Double.toString(each)).movePointLeft(2).doubleValue()).distinct().sorted().toList();
            require(shares.size() <= MOST && shares.stream().allMatch(each -> each > 0 && each < 1), id, "needs one to " + MOST + " percentiles between 0 and 100", text);
            return shares;
        });
    }

    /// Any text.
    public static Field<String> text(String id, String doc, String initial) {
        return new Field<>(id, doc, Kind.TEXT, initial, List.of(), Function.identity());
    }

    /// Yes or no.
    public static Field<Boolean> flag(String id, String doc, boolean initial) {
        return new Field<>(id, doc, Kind.FLAG, Boolean.toString(initial), List.of("true", "false"), text -> {
            require(text.equals("true") || text.equals("false"), id, "is true or false", text);
            return text.equals("true");
        });
    }

    /// How an enum's constant is typed.
    private static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double real(String id, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + id + " needs a number, not '" + text + "'", e);
        }
    }

    private static String shortest(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private static void require(boolean holds, String id, String rule, String text) {
        if (!holds) {
            throw new IllegalArgumentException("--" + id + " " + rule + ", not '" + text + "'");
        }
    }
}
