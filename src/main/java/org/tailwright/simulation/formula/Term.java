package org.tailwright.simulation.formula;

import java.util.List;

/// A part of a formula.
public sealed interface Term {
    /// Its value.
    double of(double[] values);

    /// A number.
    record Constant(double value) implements Term {
        @Override
        public double of(double[] values) {
            return value;
        }
    }

    /// The input or formula at a place.
    record Named(int at) implements Term {
        @Override
        public double of(double[] values) {
            return values[at];
        }
    }

    /// A sum.
    record Plus(Term left, Term right) implements Term {
        @Override
        public double of(double[] values) {
            return left.of(values) + right.of(values);
        }
    }

    /// A difference.
    record Minus(Term left, Term right) implements Term {
        @Override
        public double of(double[] values) {
            return left.of(values) - right.of(values);
        }
    }

    /// A product.
    record Times(Term left, Term right) implements Term {
        @Override
        public double of(double[] values) {
            return left.of(values) * right.of(values);
        }
    }

    /// A quotient.
    record Over(Term left, Term right) implements Term {
        @Override
        public double of(double[] values) {
            return left.of(values) / right.of(values);
        }
    }

    /// A power.
    record Power(Term base, Term exponent) implements Term {
        @Override
        public double of(double[] values) {
            return Math.pow(base.of(values), exponent.of(values));
        }
    }

    /// A function of one or more terms.
    record Call(Function function, List<Term> of) implements Term {
        public Call {
            of = List.copyOf(of);
        }

        @Override
        public double of(double[] values) {
            double result = function.of(of.getFirst().of(values));
            for (int i = 1; i < of.size(); i++) {
                double next = of.get(i).of(values);
                result = function == Function.MIN ? Math.min(result, next) : Math.max(result, next);
            }
            return result;
        }
    }
}
