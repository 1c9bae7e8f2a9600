package org.tailwright.workspace;

import java.nio.file.Path;
import org.tailwright.readers.ReadResult;

/// What came of one file.
public sealed interface OpenFile {
    /// The file as it was named or found.
    Path path();

    /// It was read, maybe with problems; its data sets have names that are unique in the whole opening.
    record Read(Path path, ReadResult result) implements OpenFile {}

    /// It was asked for, or its format is certain, and it cannot be read.
    ///
    /// @param sentence what is wrong and what to try, in one line without a full stop
    /// @param mappable whether saying what its columns mean can make it readable
    record Refused(Path path, String sentence, boolean mappable) implements OpenFile {
        /// One that nothing helps.
        public Refused(Path path, String sentence) {
            this(path, sentence, false);
        }
    }

    /// It lay in a folder and is no data.
    ///
    /// @param why in a few words
    record Skipped(Path path, String why) implements OpenFile {}
}
