package org.tailwright.readers.jfr;

import org.jspecify.annotations.Nullable;

/// Takes the settings that a recording was made with from their events.
final class Settings {
    private final Described described;
    private final Described.Type type;
    private final Pools pools;
    private final Collector into;

    Settings(Described described, Described.Type type, Pools pools, Collector into) {
        this.described = described;
        this.type = type;
        this.pools = pools;
        this.into = into;
    }

    /// Takes the event whose values begin where `in` stands.
    void add(Wire in) {
        String name = null;
        String value = null;
        long about = -1;
        for (Described.Field each : type.fields()) {
            switch (each.name()) {
                case "name" -> name = pools.field(in, each);
                case "value" -> value = pools.field(in, each);
                case "id" -> about = in.number();
                default -> described.skip(in, each);
            }
        }
        if (name != null && value != null) {
            into.setting(key(about, name), value);
        }
    }

    /// Settings of an event type begin with its name.
    private String key(long about, String name) {
        Described.@Nullable Type found = described.types().get(about);
        return found == null ? name : Fields.type(found.name()) + "#" + name;
    }
}
