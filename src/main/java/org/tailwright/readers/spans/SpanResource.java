package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.List;

/// The OpenTelemetry resource whose spans are being read. It may stand before or after its spans, and its spans may fill several blocks.
public final class SpanResource {
    private static final String SERVICE = "service.name";

    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private boolean known;

    /// Another resource begins; its spans go into `block`.
    public void begin(SpanBlock block) {
        keys.clear();
        values.clear();
        known = false;
        block.beginResource();
    }

    /// The resource object was read, or need not be waited for.
    public void known() {
        known = true;
    }

    /// Whether the attributes are all there.
    public boolean isKnown() {
        return known;
    }

    /// Adds an attribute.
    public void attribute(String key, String value) {
        keys.add(key);
        values.add(value);
    }

    /// Gives the spans since the beginning of the resource or block their service and attributes.
    public void apply(SpanBlock block) {
        int[] keyCodes = new int[keys.size()];
        int[] valueCodes = new int[keys.size()];
        int count = 0;
        int service = -1;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equals(SERVICE)) {
                service = block.texts().code(values.get(i));
            } else {
                keyCodes[count] = block.key(keys.get(i));
                valueCodes[count++] = block.texts().code(values.get(i));
            }
        }
        block.endResource(service, keyCodes, valueCodes, count);
    }
}
