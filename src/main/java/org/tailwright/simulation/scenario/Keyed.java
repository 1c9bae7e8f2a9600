package org.tailwright.simulation.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Durations;
import org.tailwright.simulation.laws.Law;

/// Reads the values under the keys of a mapping; all complaints name the line. Keys that nobody may use are refused with those that are there.
final class Keyed {
    private final SequencedMap<String, Node> of;
    private final int line;
    private final String what;

    private Keyed(SequencedMap<String, Node> of, int line, String what) {
        this.of = of;
        this.line = line;
        this.what = what;
    }

    /// A mapping that may hold these keys.
    static Keyed of(Node node, String what, String... keys) {
        Keyed keyed = new Keyed(mapping(node, what), node.line(), what);
        for (Map.Entry<String, Node> each : keyed.of.entrySet()) {
            if (!Arrays.asList(keys).contains(each.getKey())) {
                throw wrong(each.getValue().line(), what + " has no '" + each.getKey() + "'; it has " + String.join(", ", keys));
            }
        }
        return keyed;
    }

    /// A mapping of names.
    static SequencedMap<String, Node> mapping(Node node, String what) {
        return switch (node) {
            case Node.Mapping(SequencedMap<String, Node> of, _) -> of;
            case Node.Scalar(String text, _) when text.isBlank() -> new LinkedHashMap<>();
            case Node.Scalar _, Node.Sequence _ -> throw wrong(node.line(), what + " is a list of 'name: …' lines, indented by two blanks");
        };
    }

    static IllegalArgumentException wrong(int line, String sentence) {
        return new IllegalArgumentException("line " + line + ": " + sentence);
    }

    IllegalArgumentException wrong(String sentence) {
        return wrong(line, sentence);
    }

    int line() {
        return line;
    }

    /// The node under a key; not there when it is absent, empty or `none`.
    Optional<Node> node(String key) {
        @Nullable Node node = of.get(key);
        return node == null || node instanceof Node.Scalar(String text, _) && (text.isBlank() || text.equalsIgnoreCase("none")) ? Optional.empty() : Optional.of(node);
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    Optional<String> text(String key) {
        return node(key).map(node -> switch (node) {
            case Node.Scalar(String text, _) -> text.strip();
            case Node.Mapping _, Node.Sequence _ -> throw wrong(node.line(), "'" + key + "' of " + what + " takes one value");
        });
    }

    /// The line of a key's value.
    int line(String key) {
        @Nullable Node node = of.get(key);
        return node == null ? line : node.line();
    }

    String needed(String key) {
        return text(key).orElseThrow(() -> wrong(what + " needs '" + key + "'"));
    }

    long nanos(String key, long otherwise) {
        return text(key).map(text -> nanos(text, key)).orElse(otherwise);
    }

    private long nanos(String text, String key) {
        OptionalLong nanos = text.equals("0") ? OptionalLong.of(0) : Durations.parse(text);
        return nanos.orElseThrow(() -> wrong(line(key), "'" + key + "' of " + what + " needs a duration with its unit, such as 250ms, not '" + text + "'"));
    }

    int whole(String key, int otherwise, int low, int high) {
        double value = number(key, otherwise, low, high);
        if (value != Math.rint(value)) {
            throw wrong(line(key), "'" + key + "' of " + what + " needs a whole number, not " + value);
        }
        return (int) value;
    }

    double number(String key, double otherwise, double low, double high) {
        return text(key).map(text -> number(text, key, low, high)).orElse(otherwise);
    }

    private double number(String text, String key, double low, double high) {
        boolean percent = text.endsWith("%");
        double value;
        try {
            value = Double.parseDouble((percent ? text.substring(0, text.length() - 1) : text).strip().replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(line(key), "'" + key + "' of " + what + " needs a number, not '" + text + "'").getMessage(), e);
        }
        value = percent ? value / 100 : value;
        if (!(value >= low && value <= high)) {
            throw wrong(line(key), "'" + key + "' of " + what + " must be from " + shortest(low) + " to " + shortest(high) + ", not " + text);
        }
        return value;
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    boolean flag(String key) {
        return switch (text(key).orElse("false")) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(line(key), "'" + key + "' of " + what + " is true or false");
        };
    }

    <E extends Enum<E>> E choice(String key, E otherwise) {
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        String text = text(key).orElse(otherwise.name());
        return Arrays.stream(all).filter(each -> each.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> wrong(line(key), "'" + key + "' of " + what + " is one of "
                        + String.join(", ", Arrays.stream(all).map(each -> each.name().toLowerCase(java.util.Locale.ROOT)).toList()) + ", not '" + text + "'"));
    }

    Optional<Law> law(String key) {
        return text(key).map(text -> {
            try {
                Law law = Law.parse(text);
                if (law.quantile(0.0005) < 0) {
                    throw new IllegalArgumentException("'" + text + "' gives negative times; choose a law of positive numbers, such as 5ms..20ms");
                }
                return law;
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + line(key) + ": " + e.getMessage(), e);
            }
        });
    }
}
