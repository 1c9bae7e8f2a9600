package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailwright.workspace.Hashes;

/// Finds the files of an investigation again: at their place, else by name (and hash, where it is known) near the saved file.
///
/// @param investigation with the places where the files are now
/// @param missing files that were not found; they are still in the investigation
/// @param remarks what moved or changed, in sentences without full stops
public record Moved(Investigation investigation, List<DataFile> missing, List<String> remarks) {
    private static final int DEPTH = 3;
    private static final int LOOKED_AT = 5_000;

    public Moved {
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }

    /// Looks for all files.
    ///
    /// @param near folders to search, the likeliest first
    public static Moved find(Investigation investigation, List<Path> near) {
        List<DataFile> files = new ArrayList<>();
        List<DataFile> missing = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (DataFile each : investigation.files()) {
            if (Files.exists(each.path())) {
                files.add(each);
                if (changed(each)) {
                    remarks.add(each.name() + " has changed since the investigation was saved");
                }
                continue;
            }
            Optional<Path> found = near.stream().flatMap(folder -> search(each, folder).stream()).findFirst();
            files.add(found.map(each::moved).orElse(each));
            found.ifPresentOrElse(path -> remarks.add(each.name() + " was found again in " + path.getParent()), () -> missing.add(each));
        }
        return new Moved(investigation.with(files), missing, remarks);
    }

    /// Size only: hashing large files takes longer than opening them from the cache.
    private static boolean changed(DataFile file) {
        try {
            return file.bytes() >= 0 && Files.isRegularFile(file.path()) && Files.size(file.path()) != file.bytes();
        } catch (IOException e) {
            return false; // the error shows when the file is read
        }
    }

    private static Optional<Path> search(DataFile file, Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.limit(LOOKED_AT).filter(each -> String.valueOf(each.getFileName()).equals(file.name())).filter(each -> same(file, each)).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// The cheap signs first; a file whose hash is not known is the same by its name and size.
    private static boolean same(DataFile file, Path path) {
        try {
            if (file.bytes() >= 0 && Files.isRegularFile(path) && Files.size(path) != file.bytes()) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        return file.sha256().isEmpty() || Hashes.sha256(path).filter(file.sha256()::equals).isPresent();
    }
}
