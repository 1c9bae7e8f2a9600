package org.tailwright.simulation.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What formulas can compute of terms; logarithms are natural.
public enum Function {
    MIN, MAX, LOG, EXP, SQRT, ABS, CEIL, FLOOR;

    /// The function that is written so.
    static Optional<Function> named(String text) {
        return Arrays.stream(values()).filter(each -> each.typed().equals(text)).findFirst();
    }

    /// All of them, for a sentence.
    static String all() {
        return Arrays.stream(values()).map(Function::typed).collect(Collectors.joining(", "));
    }

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it takes several terms.
    boolean several() {
        return this == MIN || this == MAX;
    }

    double of(double x) {
        return switch (this) {
            case MIN, MAX -> x;
            case LOG -> Math.log(x);
            case EXP -> Math.exp(x);
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case CEIL -> Math.ceil(x);
            case FLOOR -> Math.floor(x);
        };
    }
}
