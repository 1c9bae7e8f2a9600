package org.tailwright.reports;

import java.util.List;

/// Turns a report into a file format. Pure: the same report gives the same bytes on every machine.
public interface ReportWriter {
    /// Name of the format for people.
    String format();

    /// File endings without the dot, the usual one first.
    List<String> endings();

    /// The whole file.
    byte[] write(Report report);
}
