package org.tailwright.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the samples of other producers lie.
final class SharedSamples {
    private SharedSamples() {}

    /// All files below a folder by path, without the descriptions.
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(each -> !String.valueOf(each.getFileName()).equals("README.md")).sorted().toList();
        }
    }
}
