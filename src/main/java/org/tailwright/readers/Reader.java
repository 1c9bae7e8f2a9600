package org.tailwright.readers;

import java.io.IOException;
import org.tailwright.work.Work;

/// Reads one file format. Stateless; never holds the file in memory; never changes it.
public interface Reader {
    /// How sure a reader is that a file is its own.
    enum Claim { NO, MAYBE, CERTAIN }

    /// Name of the format, with the producer where it is known ("JMeter CSV").
    String format();

    /// How the format is recognised, one clause for `formats` ("first line names timeStamp and elapsed").
    String recognisedBy();

    /// Judges by the beginning of the file, by its content first and its name second.
    Claim recognises(Head head);

    /// Reads it. A bad line becomes a diagnostic and the rest is kept; a cut tail is a diagnostic too.
    ///
    /// @throws UnreadableFile when nothing sensible can be read
    /// @throws IOException when the disk fails
    ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile;
}
