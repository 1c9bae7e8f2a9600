package org.tailwright.reports;

/// One row of the verdict table.
///
/// @param level the decision
/// @param what what was judged ("p99 of POST /checkout")
/// @param measured the number with its interval
/// @param objective the limit in words ("< 250 ms")
/// @param evidence id of the section that shows it
public record Verdict(Level level, String what, Figure measured, String objective, String evidence) {
    /// The same with another number.
    public Verdict with(Figure other) {
        return new Verdict(level, what, other, objective, evidence);
    }

    /// The interval of the measured number, in words also where there is none.
    public String interval() {
        return measured.interval().isEmpty() ? "not known" : measured.interval();
    }

    /// Worst first.
    public enum Level {
        BREACH("breach"), RISK("risk"), WATCH("watch"), CANNOT_TELL("cannot tell"), HOLDS("holds");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        /// As shown on the badge.
        public String words() {
            return words;
        }
    }
}
