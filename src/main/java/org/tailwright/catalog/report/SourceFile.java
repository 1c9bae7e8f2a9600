package org.tailwright.catalog.report;

import java.nio.file.Path;
import java.util.List;

/// A file behind a report.
///
/// @param format as recognised, or why it was not read
/// @param bytes size on disk
/// @param sha256 of its bytes, hexadecimal; empty when it was not read
/// @param problems how many remarks reading it gave
/// @param remarks the first of them
public record SourceFile(Path path, String format, long bytes, String sha256, long problems, List<String> remarks) {
    public SourceFile {
        remarks = List.copyOf(remarks);
    }

    /// Name without folders.
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
