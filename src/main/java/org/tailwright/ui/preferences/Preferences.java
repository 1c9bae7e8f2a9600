package org.tailwright.ui.preferences;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.tailwright.charts.Writing;
import org.tailwright.statistics.Latency;
import org.tailwright.ui.commands.KeyLayout;
import org.tailwright.ui.state.Look;
import org.tailwright.ui.state.Session;

/// What the user prefers.
///
/// @param appearance theme
/// @param zone of all times shown
/// @param writing of numbers and durations; holds from the next start on
/// @param percentiles shown as key numbers, as typed; empty for the usual ones
/// @param cacheGib most that columns kept for the next opening may take on disk, GiB; 0 keeps none; holds from the next start on
/// @param keys where the letters lie
public record Preferences(Appearance appearance, ZoneId zone, Writing writing, String percentiles, int cacheGib, KeyLayout keys) {
    /// For who never said anything.
    public static final Preferences USUAL = new Preferences(Appearance.SYSTEM, ZoneOffset.UTC, Writing.USUAL, "", 4, KeyLayout.QWERTY);

    /// The most that a cache may take, GiB.
    public static final int MOST_GIB = 256;

    /// Which theme.
    public enum Appearance {
        SYSTEM("as the system"), LIGHT("light"), DARK("dark");

        private final String title;

        Appearance(String title) {
            this.title = title;
        }

        /// As shown.
        public String title() {
            return title;
        }
    }

    public Preferences {
        if (cacheGib < 0 || cacheGib > MOST_GIB) {
            throw new IllegalArgumentException("the cache must be from 0 to " + MOST_GIB + " GiB, not " + cacheGib);
        }
    }

    /// A session that shows things so.
    ///
    /// @param dark whether the system is dark
    public Session applied(Session session, boolean dark) {
        Map<String, String> typed = percentiles.isEmpty() ? Map.of() : Map.of(Latency.PERCENTILES.id(), percentiles);
        return session.looking(session.look().in(zone).dark(dark(dark))).asking(session.questions().with(Latency.ANALYSIS.id(), typed));
    }

    /// A session after these replaced others: only what is different changes.
    public Session applied(Preferences before, Session session, boolean dark) {
        Session all = applied(session, dark);
        Look look = new Look(before.appearance == appearance ? session.look().dark() : all.look().dark(), before.zone.equals(zone) ? session.look().zone() : zone,
                session.look().inspector());
        return session.looking(look).asking(before.percentiles.equals(percentiles) ? session.questions() : all.questions());
    }

    /// Whether the dark theme is meant.
    public boolean dark(boolean system) {
        return switch (appearance) {
            case SYSTEM -> system;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    Preferences with(Appearance other) {
        return new Preferences(other, zone, writing, percentiles, cacheGib, keys);
    }

    Preferences with(ZoneId other) {
        return new Preferences(appearance, other, writing, percentiles, cacheGib, keys);
    }

    Preferences with(Writing other) {
        return new Preferences(appearance, zone, other, percentiles, cacheGib, keys);
    }

    Preferences percentiles(String other) {
        return new Preferences(appearance, zone, writing, other, cacheGib, keys);
    }

    Preferences cache(int gib) {
        return new Preferences(appearance, zone, writing, percentiles, gib, keys);
    }

    Preferences with(KeyLayout other) {
        return new Preferences(appearance, zone, writing, percentiles, cacheGib, other);
    }
}
