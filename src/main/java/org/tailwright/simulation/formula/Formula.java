package org.tailwright.simulation.formula;

import java.util.ArrayList;
import java.util.List;

/// A named formula over inputs and the formulas before it, such as `servers = ceil(load * demand / 0.7)`.
///
/// @param name of the result
/// @param text what was typed after the equals sign
public record Formula(String name, String text, Term term) {
    /// Most formulas that are read.
    public static final int MOST = 8;
    /// Most characters of all formulas together.
    public static final int LONGEST = 4000;

    /// Reads formulas, parted by semicolons or lines. Operators in order of binding: `^` (from the right), the minus before a number, `*` `/`, `+` `-`; functions [Function];
    /// numbers as inputs take them, such as 20ms (seconds) and 3%.
    ///
    /// @param inputs names that formulas may use, in the order of the values
    /// @throws IllegalArgumentException with a sentence that names the position
    public static List<Formula> parse(String text, List<String> inputs) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("formulas may have " + LONGEST + " characters, not " + text.length());
        }
        List<Formula> formulas = new ArrayList<>();
        List<String> known = new ArrayList<>(inputs);
        int from = 0;
        for (String part : text.split("[;\\n]", -1)) {
            if (!part.isBlank()) {
                Formula formula = one(part, from, known);
                formulas.add(formula);
                known.add(formula.name);
            }
            from += part.length() + 1;
        }
        if (formulas.isEmpty() || formulas.size() > MOST) {
            throw new IllegalArgumentException(formulas.isEmpty() ? "there is no formula; write for example cost = ceil(load * demand / 0.7) * 210"
                    : "there are " + formulas.size() + " formulas; at most " + MOST + " are computed");
        }
        return formulas;
    }

    private static Formula one(String part, int from, List<String> known) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? "result" : part.substring(0, equals).strip();
        name(name, known);
        String body = part.substring(equals + 1);
        return new Formula(name, body.strip(), new FormulaReader(body, from + equals + 1, known).whole());
    }

    /// Checks a new name.
    ///
    /// @throws IllegalArgumentException when it is none, or taken
    public static void name(String name, List<String> taken) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("'" + name + "' is no name; names have letters, digits and _, and begin with a letter");
        }
        if (Function.named(name).isPresent()) {
            throw new IllegalArgumentException("'" + name + "' is a function; choose another name");
        }
        if (taken.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is there twice");
        }
    }

    /// The result for one draw.
    ///
    /// @param values of the inputs, then of the formulas before this one
    public double of(double[] values) {
        return term.of(values);
    }
}
