package org.tailwright.simulation.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tailwright.data.Durations;

/// Reads one formula by recursive descent; deep nesting is refused before it could exhaust the stack.
final class FormulaReader {
    private static final int DEEPEST = 60;
    private static final int END = -1;

    private final String text;
    private final int offset;
    private final List<String> known;
    private int at;
    private int depth;

    /// @param offset characters before `text` in what was typed
    /// @param known names that may be used, in the order of their values
    FormulaReader(String text, int offset, List<String> known) {
        this.text = text;
        this.offset = offset;
        this.known = known;
    }

    Term whole() {
        Term term = sum();
        if (peek() != END) {
            throw wrong(peek() == ')' ? "there is no '(' for this ')'" : "expected an operator, found '" + found() + "'");
        }
        return term;
    }

    private Term sum() {
        if (++depth > DEEPEST) {
            throw wrong("nested deeper than " + DEEPEST);
        }
        Term term = product();
        while (peek() == '+' || peek() == '-') {
            boolean plus = text.charAt(at++) == '+';
            Term right = product();
            term = plus ? new Term.Plus(term, right) : new Term.Minus(term, right);
        }
        depth--;
        return term;
    }

    private Term product() {
        Term term = signed();
        while (peek() == '*' || peek() == '/') {
            boolean times = text.charAt(at++) == '*';
            Term right = signed();
            term = times ? new Term.Times(term, right) : new Term.Over(term, right);
        }
        return term;
    }

    private Term signed() {
        if (peek() != '-') {
            return power();
        }
        at++;
        if (++depth > DEEPEST) {
            throw wrong("nested deeper than " + DEEPEST);
        }
        Term term = new Term.Minus(new Term.Constant(0), signed());
        depth--;
        return term;
    }

    private Term power() {
        Term base = atom();
        if (peek() != '^') {
            return base;
        }
        at++;
        if (++depth > DEEPEST) {
            throw wrong("nested deeper than " + DEEPEST);
        }
        Term term = new Term.Power(base, signed());
        depth--;
        return term;
    }

    private Term atom() {
        int next = peek();
        if (next == '(') {
            at++;
            Term term = sum();
            close();
            return term;
        }
        if (next >= '0' && next <= '9' || next == '.') {
            return new Term.Constant(number());
        }
        if (next != END && (Character.isLetter(next) || next == '_')) {
            return named();
        }
        throw wrong("expected a number, a name or '(', found " + (next == END ? "the end" : "'" + found() + "'"));
    }

    private Term named() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(start, at);
        if (peek() == '(') {
            return call(name, start);
        }
        int place = known.indexOf(name);
        if (place < 0) {
            at = start;
            throw wrong("there is no '" + name + "'; there are " + (known.isEmpty() ? "no inputs" : String.join(", ", known)));
        }
        return new Term.Named(place);
    }

    private Term call(String name, int start) {
        Function function = Function.named(name).orElseThrow(() -> {
            at = start;
            return wrong("there is no function '" + name + "'; there are " + Function.all());
        });
        at++;
        List<Term> terms = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            at++;
            terms.add(sum());
        }
        if (function.several() ? terms.size() < 2 : terms.size() != 1) {
            at = start;
            throw wrong(name + " takes " + (function.several() ? "two or more terms" : "one term") + ", not " + terms.size());
        }
        close();
        return new Term.Call(function, terms);
    }

    private void close() {
        if (peek() != ')') {
            throw wrong("expected ')', found " + (peek() == END ? "the end" : "'" + found() + "'"));
        }
        at++;
    }

    /// Digits, an exponent, and a unit of time or a per cent sign.
    private double number() {
        int start = at;
        digits();
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int before = at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            if (at == text.length() || !Character.isDigit(text.charAt(at))) {
                at = before;
            }
            digits();
        }
        int unit = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '%')) {
            at++;
        }
        OptionalLong duration = at > unit ? Durations.parse(text.substring(start, at)) : OptionalLong.empty();
        if (duration.isPresent()) {
            return duration.getAsLong() / 1e9;
        }
        boolean percent = text.substring(unit, at).equals("%");
        try {
            if (at > unit && !percent) {
                throw new NumberFormatException(text);
            }
            double value = Double.parseDouble(text.substring(start, unit));
            return percent ? value / 100 : value;
        } catch (NumberFormatException _) {
            String found = text.substring(start, at);
            at = start;
            throw wrong("'" + found + "' is no number; units are those of time (20ms becomes 0.02 s) and %");
        }
    }

    private void digits() {
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
    }

    private int peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private String found() {
        return new String(Character.toChars(text.codePointAt(at)));
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("character " + (offset + at + 1) + ": " + what);
    }
}
