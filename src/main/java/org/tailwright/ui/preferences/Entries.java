package org.tailwright.ui.preferences;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/// A small properties file of the user's. A file that cannot be read or written is no reason to trouble anyone; entries that nobody asks for are
/// kept, because a newer program may have written them.
public final class Entries {
    private final Optional<Path> file;
    private final Properties entries = new Properties();

    private Entries(Optional<Path> file) {
        this.file = file;
        file.filter(Files::isReadable).ifPresent(this::load);
    }

    /// Kept in a file, or only as long as the window where there is none.
    public static Entries in(Optional<Path> file) {
        return new Entries(file);
    }

    /// What stands there; empty when nothing does.
    public String text(String key) {
        return entries.getProperty(key, "").strip();
    }

    /// A finite number; empty when none stands there.
    public Optional<Double> number(String key) {
        try {
            return Optional.of(Double.parseDouble(text(key))).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Changes entries, then writes the file beside and renames it, so that a full disk leaves the old one.
    public void change(Consumer<Properties> change) {
        Properties before = (Properties) entries.clone();
        change.accept(entries);
        if (!entries.equals(before)) {
            file.ifPresent(this::save);
        }
    }

    private void load(Path path) {
        try (Reader in = Files.newBufferedReader(path)) {
            entries.load(in);
        } catch (IOException | IllegalArgumentException e) {
            entries.clear(); // what is usual holds
        }
    }

    private void save(Path path) {
        Path beside = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(beside)) {
                entries.store(out, null);
            }
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return; // it holds as long as the window
        }
    }
}
