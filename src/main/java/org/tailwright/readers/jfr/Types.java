package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The types of a chunk with their layouts. The chunks of a recording mostly say the same of them.
///
/// @param said the metadata, without its time and number
/// @param layouts of event types, by number
record Types(byte[] said, Described described, Map<Long, Layout> layouts) {
    /// Reads a metadata event, or gives again what was read of an equal one.
    ///
    /// @throws RuntimeException when it is damaged
    static Types of(Wire event, AtomicReference<@Nullable Types> known) {
        Wire in = new Wire(event);
        for (int i = 0; i < 5; i++) {
            in.number();
        }
        Types last = known.get();
        if (last != null && Arrays.equals(last.said, 0, last.said.length, event.bytes, in.at, event.bytes.length)) {
            return last;
        }
        byte[] said = Arrays.copyOfRange(event.bytes, in.at, event.bytes.length);
        Described described = Described.read(in);
        Map<Long, Layout> layouts = new HashMap<>();
        for (Described.Type each : described.types().values()) {
            if (each.event()) {
                layouts.put(each.id(), new Layout(described, each));
            }
        }
        Types types = new Types(said, described, layouts);
        known.set(types);
        return types;
    }
}
