package org.tailwright.simulation.scenario;

import java.util.List;

/// One setting that may be chosen, with what it may be.
///
/// @param name where it stands, such as `connections servers`
/// @param values as they would be written in the file, in the order given
/// @param costs of each value, in the unit of the prices
public record Knob(String name, List<String> values, List<Double> costs) {
    public Knob {
        values = List.copyOf(values);
        costs = List.copyOf(costs);
        if (values.isEmpty() || values.size() != costs.size()) {
            throw new IllegalArgumentException(values.size() + " values with " + costs.size() + " costs");
        }
    }
}
