package org.tailwright.ui.preferences;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tailwright.charts.DurationUnit;
import org.tailwright.charts.NumberStyle;
import org.tailwright.charts.Writing;
import org.tailwright.statistics.Latency;
import org.tailwright.ui.commands.KeyLayout;

/// The preferences that hold now, kept in a properties file. An entry that makes no sense counts as never said; entries that are not known are
/// kept, because a newer program may have written them. A file that cannot be read or written is no reason to trouble anyone.
public final class Preferred {
    private static final String SYSTEM_ZONE = "system";

    private final Optional<Path> file;
    private final Properties entries = new Properties();
    private final ReadOnlyObjectWrapper<Preferences> current;

    private Preferred(Optional<Path> file) {
        this.file = file;
        file.filter(Files::isReadable).ifPresent(this::load);
        current = new ReadOnlyObjectWrapper<>(parsed());
    }

    /// Kept in a file, or only as long as the window where there is none.
    public static Preferred in(Optional<Path> file) {
        return new Preferred(file);
    }

    /// What holds now.
    public Preferences now() {
        return current.get();
    }

    /// What holds now, observable.
    public ReadOnlyObjectProperty<Preferences> property() {
        return current.getReadOnlyProperty();
    }

    /// From now on this holds.
    public void set(Preferences preferences) {
        if (!preferences.equals(now())) {
            note(preferences);
            current.set(preferences);
            file.ifPresent(this::save);
        }
    }

    private void load(Path path) {
        try (Reader in = Files.newBufferedReader(path)) {
            entries.load(in);
        } catch (IOException | IllegalArgumentException e) {
            entries.clear(); // the usual preferences hold
        }
    }

    private Preferences parsed() {
        Preferences usual = Preferences.USUAL;
        return new Preferences(choice("theme", usual.appearance()), zone(), new Writing(choice("numbers", usual.writing().style()), unit()), percentiles(),
                cache(usual.cacheGib()), choice("keys", usual.keys()));
    }

    private void note(Preferences preferences) {
        entries.setProperty("theme", typed(preferences.appearance()));
        entries.setProperty("zone", preferences.zone().equals(ZoneId.systemDefault()) && !preferences.zone().equals(ZoneOffset.UTC) ? SYSTEM_ZONE : preferences.zone().getId());
        entries.setProperty("numbers", typed(preferences.writing().style()));
        entries.setProperty("durations", preferences.writing().unit().map(Preferred::typed).orElse("automatic"));
        entries.setProperty("percentiles", preferences.percentiles());
        entries.setProperty("cache-gib", Integer.toString(preferences.cacheGib()));
        entries.setProperty("keys", typed(preferences.keys()));
    }

    /// Written beside and renamed, so that a full disk leaves the old file.
    private void save(Path path) {
        Path beside = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(beside)) {
                entries.store(out, null);
            }
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IllegalStateException("two files of one folder lie on one disk", e);
        } catch (IOException e) {
            return; // they hold as long as the window
        }
    }

    private <E extends Enum<E>> E choice(String key, E usual) {
        String typed = entries.getProperty(key, "").strip();
        for (E each : usual.getDeclaringClass().getEnumConstants()) {
            if (typed(each).equals(typed)) {
                return each;
            }
        }
        return usual;
    }

    private ZoneId zone() {
        String typed = entries.getProperty("zone", "").strip();
        try {
            return typed.isEmpty() ? ZoneOffset.UTC : typed.equals(SYSTEM_ZONE) ? ZoneId.systemDefault() : ZoneId.of(typed);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private Optional<DurationUnit> unit() {
        String typed = entries.getProperty("durations", "").strip();
        return PreferencesSheet.UNITS.stream().filter(each -> typed(each).equals(typed)).findFirst();
    }

    private String percentiles() {
        String typed = entries.getProperty("percentiles", "").strip();
        try {
            return typed.isEmpty() || Latency.PERCENTILES.parser().apply(typed).isEmpty() ? "" : typed;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private int cache(int usual) {
        try {
            int gib = Integer.parseInt(entries.getProperty("cache-gib", "").strip());
            return gib < 0 || gib > Preferences.MOST_GIB ? usual : gib;
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    private static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
