package org.tailwright.statistics.inside;

import java.util.Optional;
import org.tailwright.data.Selection;

/// Something that is over-represented inside a selection. Not a cause: it goes with the selection.
///
/// @param kind what it is
/// @param subject where it was found
/// @param sides how it is inside and outside
/// @param strength how strongly it goes with the selection
public record Finding(Kind kind, Subject subject, Sides sides, Strength strength) {
    /// What a finding is.
    public enum Kind {
        /// Share of rows with a value, or with a number in a range: label, status, host, thread, bytes, any attribute.
        ATTRIBUTE("value"),
        /// Median of a metric, or of its rate.
        METRIC("metric"),
        /// Geometric mean of the durations of an operation's spans.
        OPERATION("operation"),
        /// Share of the stack samples whose innermost frame it is.
        STACK("stack"),
        /// Share of time in pauses, or seconds per second in locks and other lasting events.
        EVENTS("events");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// What people read.
        public String words() {
            return words;
        }
    }

    /// Where it was found.
    ///
    /// @param dataset name of the data set
    /// @param column the attribute, metric or event type
    /// @param value the value; empty where the column says all
    public record Subject(String dataset, String column, String value) {
        /// In words: `host = h3`.
        public String words() {
            return value.isEmpty() ? column : column + " = " + value;
        }
    }

    /// Inside and outside.
    ///
    /// @param inside value inside, in `unit`
    /// @param outside value outside
    /// @param unit `share` for shares of rows, samples or time, `ns` for durations, else the source's symbol
    /// @param support rows, samples or readings inside that it rests on
    public record Sides(double inside, double outside, String unit, long support) {}

    /// How strongly it goes with the selection.
    ///
    /// @param lift share of it inside over its share in all rows; for levels, value inside over value outside
    /// @param gainBits mutual information between being inside and having it, bits per row
    /// @param information that gain as a share of all there is to know about being inside, from 0 to 1
    /// @param p probability of so much by chance, dependence in time considered
    /// @param q the same adjusted for the number of things tested (Benjamini and Hochberg 1995)
    public record Strength(double lift, double gainBits, double information, double p, double q) {
        Strength adjusted(double other) {
            return new Strength(lift, gainBits, information, p, other);
        }
    }

    /// The filter that keeps only this value of the rows that were asked about.
    public Optional<Selection.Filter> filter() {
        return kind == Kind.ATTRIBUTE ? Optional.of(new Selection.Filter(subject.column(), subject.value())) : Optional.empty();
    }

    Finding adjusted(double q) {
        return new Finding(kind, subject, sides, strength.adjusted(q));
    }
}
