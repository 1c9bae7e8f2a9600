package org.tailwright.analyses;

/// What came of a question.
public sealed interface Outcome<R> {
    /// An answer.
    record Answer<R>(R result) implements Outcome<R> {}

    /// The question does not fit the data, or the data cannot carry the answer.
    ///
    /// @param why one sentence for people
    record NotApplicable<R>(String why) implements Outcome<R> {}

    /// An answer.
    static <R> Outcome<R> answer(R result) {
        return new Answer<>(result);
    }

    /// No answer, and why.
    static <R> Outcome<R> not(String why) {
        return new NotApplicable<>(why);
    }
}
