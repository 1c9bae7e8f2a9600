package org.tailwright.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Turns what was asked for into files.
final class Folder {
    /// Endings of what lies beside data and must not be taken for a table by a reader of any text.
    private static final Set<String> NEVER = Set.of("md", "html", "htm", "pdf", "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "sh", "cmd",
            "bat", "ps1", "py", "java", "kt", "go", "class", "jar", "zip", "tailwright", "lock", "properties", "toml", "rst", "adoc");
    private static final Set<String> NAMES = Set.of("readme", "license", "licence", "notice", "makefile", "dockerfile", "thumbs.db");

    private Folder() {}

    /// A file, and whether it was asked for by its own name.
    record Found(Path path, boolean asked) {}

    /// The files in order, each once however often it is named; a folder gives all files below it, by path, without hidden ones.
    static List<Found> expand(List<Path> paths) {
        Map<Path, Found> found = new LinkedHashMap<>();
        for (Path path : paths) {
            if (Files.isDirectory(path) && !path.toString().isEmpty()) {
                below(path).forEach(each -> found.putIfAbsent(place(each), new Found(each, false)));
            } else {
                found.merge(place(path), new Found(path, true), (first, again) -> new Found(first.path(), true));
            }
        }
        return List.copyOf(found.values());
    }

    private static Path place(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// Whether a file of this name in a folder is there for people or programs, not for measurement.
    static boolean neverData(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return NAMES.contains(name) || NAMES.contains(stem) || dot >= 0 && NEVER.contains(name.substring(dot + 1));
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(each -> !hidden(folder.relativize(each))).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(folder); // reading it then says what is wrong
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
