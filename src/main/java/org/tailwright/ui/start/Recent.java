package org.tailwright.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was opened before, newest first: one path a line in a small file of the user's. A list that cannot be read or written is no
/// reason to trouble anyone.
public final class Recent {
    private static final int KEPT = 12;

    private final @Nullable Path file;

    private Recent(@Nullable Path file) {
        this.file = file;
    }

    /// Kept in a file.
    public static Recent in(Path file) {
        return new Recent(file);
    }

    /// Kept nowhere: for pictures and tests.
    public static Recent forgetful() {
        return new Recent(null);
    }

    /// The user's list: in `XDG_STATE_HOME`, by default `.local/state` in the home folder.
    public static Recent ofUser() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank() ? Path.of(System.getProperty("user.home", "."), ".local", "state") : Path.of(state);
        return in(folder.resolve("tailwright").resolve("recent"));
    }

    /// Another file in the same folder; nothing when this list is kept nowhere.
    public Optional<Path> beside(String name) {
        return Optional.ofNullable(file).map(each -> each.resolveSibling(name));
    }

    /// Those that still exist.
    public List<Path> paths() {
        if (file == null || !Files.isReadable(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(Path::of).filter(Files::exists).limit(KEPT).toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    /// Puts paths on top.
    public void add(List<Path> opened) {
        if (file == null) {
            return;
        }
        List<Path> all = new ArrayList<>(opened.stream().map(Path::toAbsolutePath).map(Path::normalize).toList());
        paths().stream().filter(each -> !all.contains(each)).forEach(all::add);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, all.stream().limit(KEPT).map(Path::toString).toList());
        } catch (IOException e) {
            // A read-only home is no reason to trouble anyone; the list just stays as it was.
            return;
        }
    }
}
