package org.tailwright.ui;

import java.nio.file.Path;
import java.util.List;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.readers.Diagnostic;
import org.tailwright.work.Work;

/// The door to files.
@FunctionalInterface
public interface Opener {
    /// What came of opening.
    ///
    /// @param datasets in order of the paths, with unique names
    /// @param objectives found beside them
    /// @param files what reading each file showed
    /// @param refused a sentence for every file that could not be read
    record Opened(List<Dataset> datasets, List<Objective> objectives, List<FileFacts> files, List<String> refused) {
        public Opened {
            datasets = List.copyOf(datasets);
            objectives = List.copyOf(objectives);
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    /// What reading a file showed.
    ///
    /// @param first the first problems
    /// @param problems how many there were
    /// @param skipped lines or records left out
    record FileFacts(Path file, String format, List<Diagnostic> first, long problems, long skipped) {
        public FileFacts {
            first = List.copyOf(first);
        }
    }

    /// Reads files, and folders' files. Never throws for a single bad file.
    Opened open(List<Path> paths, Work work);
}
