package org.tailwright.models.queueing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What is known of a queue: numbers by name. Lists are written `1|2|3`, rows of a matrix `1|2 / 3|4`.
///
/// @param texts name to what was typed
/// @param ask which probabilities and quantiles are wanted beside the means
record QueueInputs(Map<String, String> texts, Ask ask) {
    private static final int MOST = 1_000_000;

    /// What is asked beside the means.
    ///
    /// @param quantiles of response and waiting time, in (0, 1)
    /// @param times t of P[W>t] and P[Wq>t]
    /// @param numbers n of P[N=n]
    record Ask(List<Double> quantiles, List<Double> times, List<Long> numbers) {}

    QueueInputs {
        texts = Map.copyOf(texts);
    }

    /// Reads `lambda=10;mu=3;c=4`.
    ///
    /// @throws IllegalArgumentException with a sentence when it is not of this form
    static SequencedMap<String, String> parse(String input) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (String part : input.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("--input is written like lambda=10;mu=3;c=4, not '" + part.strip() + "'");
            }
            texts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
        return texts;
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /// A positive number.
    double positive(String name) {
        double value = number(name);
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be greater than 0, not " + texts.get(name));
        }
        return value;
    }

    /// A number of at least 0.
    double number(String name) {
        return number(name, text(name));
    }

    private String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("this model needs " + name);
        }
        return text;
    }

    /// A number of at least 0, or `otherwise` when it is not given.
    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /// A share in (0, 1).
    double share(String name) {
        double value = number(name);
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, not " + texts.get(name));
        }
        return value;
    }

    /// A whole number from `least` on.
    int whole(String name, int least) {
        return whole(name, number(name), least);
    }

    private static int whole(String name, double value, int least) {
        if (value != Math.rint(value) || value < least || value > MOST) {
            throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + MOST);
        }
        return (int) value;
    }

    /// The numbers of a list.
    double[] list(String name) {
        return row(name, text(name));
    }

    /// The whole numbers of a list, each at least 0.
    int[] wholes(String name) {
        return Arrays.stream(list(name)).mapToInt(each -> whole(name, each, 0)).toArray();
    }

    /// The rows of a matrix.
    double[][] rows(String name) {
        return Arrays.stream(text(name).split("/")).map(each -> row(name, each)).toArray(double[][]::new);
    }

    private static double[] row(String name, String text) {
        return Arrays.stream(text.split("\\|")).mapToDouble(each -> number(name, each)).toArray();
    }

    private static double number(String name, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(name + " needs numbers of at least 0, not '" + text.strip() + "'");
    }
}
