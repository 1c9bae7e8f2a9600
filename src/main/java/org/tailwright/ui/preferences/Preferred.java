package org.tailwright.ui.preferences;

import java.nio.file.Path;
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

/// The preferences that hold now, kept in a properties file. An entry that makes no sense counts as never said.
public final class Preferred {
    private static final String SYSTEM_ZONE = "system";

    private final Entries entries;
    private final ReadOnlyObjectWrapper<Preferences> current;

    private Preferred(Optional<Path> file) {
        this.entries = Entries.in(file);
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
            entries.change(all -> note(preferences, all));
            current.set(preferences);
        }
    }

    private Preferences parsed() {
        Preferences usual = Preferences.USUAL;
        return new Preferences(choice("theme", usual.appearance()), zone(), new Writing(choice("numbers", usual.writing().style()), unit()), percentiles(),
                cache(usual.cacheGib()), choice("keys", usual.keys()));
    }

    private static void note(Preferences preferences, Properties entries) {
        entries.setProperty("theme", typed(preferences.appearance()));
        entries.setProperty("zone", preferences.zone().equals(ZoneId.systemDefault()) && !preferences.zone().equals(ZoneOffset.UTC) ? SYSTEM_ZONE : preferences.zone().getId());
        entries.setProperty("numbers", typed(preferences.writing().style()));
        entries.setProperty("durations", preferences.writing().unit().map(Preferred::typed).orElse("automatic"));
        entries.setProperty("percentiles", preferences.percentiles());
        entries.setProperty("cache-gib", Integer.toString(preferences.cacheGib()));
        entries.setProperty("keys", typed(preferences.keys()));
    }

    private <E extends Enum<E>> E choice(String key, E usual) {
        String typed = entries.text(key);
        for (E each : usual.getDeclaringClass().getEnumConstants()) {
            if (typed(each).equals(typed)) {
                return each;
            }
        }
        return usual;
    }

    private ZoneId zone() {
        String typed = entries.text("zone");
        try {
            return typed.isEmpty() ? ZoneOffset.UTC : typed.equals(SYSTEM_ZONE) ? ZoneId.systemDefault() : ZoneId.of(typed);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private Optional<DurationUnit> unit() {
        String typed = entries.text("durations");
        return PreferencesSheet.UNITS.stream().filter(each -> typed(each).equals(typed)).findFirst();
    }

    private String percentiles() {
        String typed = entries.text("percentiles");
        try {
            return typed.isEmpty() || Latency.PERCENTILES.parser().apply(typed).isEmpty() ? "" : typed;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private int cache(int usual) {
        try {
            int gib = Integer.parseInt(entries.text("cache-gib"));
            return gib < 0 || gib > Preferences.MOST_GIB ? usual : gib;
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    private static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
