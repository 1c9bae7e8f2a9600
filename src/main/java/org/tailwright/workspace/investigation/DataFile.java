package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.util.Map;

/// A file or folder of an investigation.
///
/// @param path absolute
/// @param sha256 of its bytes, hexadecimal; empty for a folder and while it is not known yet
/// @param bytes size on disk; -1 when it is not known
/// @param mapping role to column, where somebody said it
/// @param units role to unit, where somebody said it
public record DataFile(Path path, String sha256, long bytes, Map<String, String> mapping, Map<String, String> units) {
    public DataFile {
        path = path.toAbsolutePath().normalize();
        mapping = Map.copyOf(mapping);
        units = Map.copyOf(units);
    }

    /// A file of which only the place is known.
    public static DataFile at(Path path) {
        return new DataFile(path, "", -1, Map.of(), Map.of());
    }

    /// The same file at another place.
    public DataFile moved(Path other) {
        return new DataFile(other, sha256, bytes, mapping, units);
    }

    /// The same without what reading the disk adds.
    public DataFile bare() {
        return new DataFile(path, "", -1, mapping, units);
    }

    /// Name without folders.
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
