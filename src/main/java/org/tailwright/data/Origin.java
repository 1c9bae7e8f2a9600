package org.tailwright.data;

import java.nio.file.Path;

/// Where a data set came from.
///
/// @param name short name shown to people, unique in an investigation; usually the file's name, with the part where a file holds several
/// @param file the file as it was opened
/// @param format what it was recognised as, with its producer where known ("JMeter CSV")
/// @param trust what reading it showed
public record Origin(String name, Path file, String format, Trust trust) {
    /// The same origin under another name.
    public Origin named(String other) {
        return new Origin(other, file, format, trust);
    }
}
