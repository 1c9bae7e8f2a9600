package org.tailwright.ui.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.tailwright.catalog.report.Judging;
import org.tailwright.reports.Verdict;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.state.Session;

/// A small picture and the verdict of each investigation that was saved, for the start page. A folder that cannot be written is no reason to
/// trouble anyone.
public final class Lately {
    private final @Nullable Path folder;
    private Supplier<Optional<Pictures>> camera = Optional::empty;

    /// @param folder where they are kept; nothing to keep none
    Lately(Optional<Path> folder) {
        this.folder = folder.orElse(null);
    }

    /// A picture as PNG in both themes.
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Pictures(byte[] light, byte[] dark) {}

    /// Who takes the picture of the window.
    public void camera(Supplier<Optional<Pictures>> other) {
        camera = other;
    }

    /// What is known of an investigation.
    ///
    /// @param words the verdict in words; empty when nothing is known
    /// @param level worst verdict; empty when there is none
    public record Known(String words, Optional<Verdict.Level> level, Optional<Image> picture) {}

    /// What is known of a saved investigation.
    ///
    /// @param dark whether its picture stands on a dark page
    public Known of(Path file, boolean dark) {
        if (folder == null) {
            return new Known("", Optional.empty(), Optional.empty());
        }
        List<String> lines = lines(name(file, ".txt"));
        Optional<Verdict.Level> level = lines.stream().findFirst().flatMap(Lately::level);
        Path png = name(file, dark && Files.isReadable(name(file, "-dark.png")) ? "-dark.png" : ".png");
        Optional<Image> picture = Files.isReadable(png) ? Optional.of(new Image(png.toUri().toString(), true)) : Optional.empty();
        return new Known(lines.size() > 1 ? lines.get(1) : "", level, picture);
    }

    private static Optional<Verdict.Level> level(String line) {
        return java.util.Arrays.stream(Verdict.Level.values()).filter(each -> each.name().equals(line)).findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Notes picture and verdict of what was just saved.
    void note(Path file, Session session, Jobs jobs) {
        if (folder == null) {
            return;
        }
        Optional<Pictures> picture = camera.get();
        jobs.start("judging for the start page", work -> {
            List<Verdict> verdicts = Judging.verdicts(session.open(), session.inputs(session.open()), work);
            try {
                Files.createDirectories(folder);
                Files.writeString(name(file, ".txt"), words(verdicts));
                if (picture.isPresent()) {
                    Files.write(name(file, ".png"), picture.get().light());
                    Files.write(name(file, "-dark.png"), picture.get().dark());
                }
            } catch (IOException e) {
                return false; // the start page then shows the name alone
            }
            return true;
        }, _ -> {});
    }

    /// The worst level on the first line, all counts on the second.
    static String words(List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return "\nno objective\n";
        }
        StringBuilder words = new StringBuilder();
        for (Verdict.Level level : Verdict.Level.values()) {
            long n = verdicts.stream().filter(each -> each.level() == level).count();
            if (n > 0) {
                words.append(words.isEmpty() ? "" : " · ").append(String.format(Locale.ROOT, "%d %s", n, level == Verdict.Level.BREACH && n > 1 ? "breaches" : level.words()));
            }
        }
        Verdict.Level worst = verdicts.stream().map(Verdict::level).min(java.util.Comparator.naturalOrder()).orElseThrow();
        return worst.name() + "\n" + words + "\n";
    }

    private Path name(Path file, String ending) {
        String path = file.toAbsolutePath().normalize().toString();
        return java.util.Objects.requireNonNull(folder).resolve(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + ending);
    }
}
