package org.tailwright.readers.accesslog;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// A family of access logs: how it is told from others and how its lines are read.
interface AccessFormat {
    /// Name of the family.
    String format();

    /// How it is recognised, one clause.
    String recognisedBy();

    /// Judges by the beginning of the file.
    Reader.Claim recognises(Head head);

    /// Certain when one of the first lines is of the format.
    static Reader.Claim certain(Head head, Predicate<String> line) {
        return head.lines(100).stream().anyMatch(line) ? Reader.Claim.CERTAIN : Reader.Claim.NO;
    }

    /// A parser for a file with this beginning.
    Parser parser(Head head, ReadOptions options);

    /// Reads the lines of one file.
    interface Parser {
        /// The line holds no request: a comment, a blank, something else of the producer.
        String IGNORED = "";

        /// Fills `row`, which was cleared; null when it holds a request, [#IGNORED], or why the line cannot be read.
        @Nullable String parse(String line, AccessRow row);

        /// Family and producer.
        String format();

        /// Smallest step of the durations, nanoseconds.
        long quantumNanos();

        /// What was taken for granted, known after all lines.
        List<String> assumed();

        /// What belongs beside every number, known after all lines.
        List<String> caveats();
    }
}
