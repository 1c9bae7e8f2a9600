package org.tailwright.models.queueing;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Named results of a queue, in order. `rho` is the utilisation of a server, `L` and `Lq` the mean numbers in the system and in line, `W` and
/// `Wq` the mean times there, in the time unit of the inputs.
final class Quantities {
    private final SequencedMap<String, Double> values = new LinkedHashMap<>();

    Quantities put(String name, double value) {
        values.put(name, value);
        return this;
    }

    SequencedMap<String, Double> values() {
        return values;
    }
}
