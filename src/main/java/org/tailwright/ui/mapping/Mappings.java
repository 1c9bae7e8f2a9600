package org.tailwright.ui.mapping;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.ReadOptions;

/// What was said about columns before, by the shape of files ([org.tailwright.readers.text.Layout#shape]): one shape a line in a small file of
/// the user's, the newest first. A file that cannot be read or written is no reason to trouble anyone. Used from several threads.
public final class Mappings {
    private static final int KEPT = 200;

    private final @Nullable Path file;
    private final LinkedHashMap<String, ReadOptions> known = new LinkedHashMap<>();

    private Mappings(@Nullable Path file) {
        this.file = file;
        load();
    }

    /// Kept in a file.
    public static Mappings in(Path file) {
        return new Mappings(file);
    }

    /// Kept in a file, or only as long as the window where there is none.
    public static Mappings in(Optional<Path> file) {
        return new Mappings(file.orElse(null));
    }

    /// Whether nothing is remembered.
    public synchronized boolean isEmpty() {
        return known.isEmpty();
    }

    /// What was said about files of a shape.
    public synchronized Optional<ReadOptions> find(String shape) {
        return Optional.ofNullable(known.get(shape));
    }

    /// Remembers what was said about files of a shape.
    public synchronized void remember(String shape, ReadOptions said) {
        known.remove(shape);
        known.putFirst(shape, said);
        while (known.size() > KEPT) {
            known.pollLastEntry();
        }
        save();
    }

    /// Forgets it.
    public synchronized void forget(String shape) {
        if (known.remove(shape) != null) {
            save();
        }
    }

    /// Forgets everything.
    public synchronized void forgetAll() {
        known.clear();
        save();
    }

    private void load() {
        if (file == null || !Files.isReadable(file)) {
            return;
        }
        try {
            Files.readAllLines(file).stream().limit(KEPT).forEach(this::take);
        } catch (IOException e) {
            known.clear(); // asking again is all that is lost
        }
    }

    /// Shape, zone and roles, with tabs between; a line that makes no sense is left out.
    private void take(String line) {
        String[] parts = line.split("\t");
        if (parts.length < 3) {
            return;
        }
        Map<String, String> mapping = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        try {
            for (int i = 2; i < parts.length; i++) {
                String[] words = parts[i].split(" ", -1);
                if (words.length == 3) {
                    (words[0].equals("map") ? mapping : units).put(decoded(words[1]), decoded(words[2]));
                }
            }
            known.putLast(parts[0], new ReadOptions(ZoneId.of(parts[1]), mapping, units));
        } catch (DateTimeException | IllegalArgumentException e) {
            known.remove(parts[0]); // somebody else wrote this line
        }
    }

    private void save() {
        if (file == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        known.forEach((shape, said) -> {
            StringBuilder line = new StringBuilder(shape).append('\t').append(said.zone().getId());
            said.mapping().forEach((role, column) -> line.append("\tmap ").append(encoded(role)).append(' ').append(encoded(column)));
            said.units().forEach((role, unit) -> line.append("\tunit ").append(encoded(role)).append(' ').append(encoded(unit)));
            lines.add(line.toString());
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            // A read-only home is no reason to trouble anyone; it is remembered until the window closes.
            return;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
