package org.tailwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a file that was asked for.
final class Output {
    private Output() {}

    /// @throws Complaint when the disk refuses
    static void write(Path path, byte[] bytes) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new Complaint(path + " cannot be written: there is no folder " + folder);
            }
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new Complaint(path + " cannot be written: " + e.getMessage(), e);
        }
    }
}
