package org.tailwright.readers.pprof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.readers.stacks.WeightUnit;

/// Makes recordings of raw samples: one for each of their values, because values have different units.
final class Assembly {
    private final Profile profile = new Profile();
    private final RawSamples samples;
    private final List<ValueType> types;
    private final Diagnostics diagnostics;

    Assembly(RawSamples samples, List<ValueType> types, Diagnostics diagnostics) {
        this.samples = samples;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    Profile profile() {
        return profile;
    }

    /// Told of each sample that was handed over.
    @FunctionalInterface
    interface Extra {
        void say(int row, SampleRows rows, double weight);
    }

    /// Fills the profile, the value number `first` before the others.
    ///
    /// @param meaning frames of a raw place, outermost first
    void fill(int first, IntFunction<int[]> meaning, Extra extra) {
        int[] nodes = profile.adopt(samples.tree(), meaning);
        List<Integer> order = new ArrayList<>();
        order.add(first);
        for (int i = 0; i < types.size(); i++) {
            if (i != first) {
                order.add(i);
            }
        }
        List<String> silent = new ArrayList<>();
        long negative = 0;
        for (int type : order) {
            WeightUnit unit = types.get(type).weight();
            SampleRows rows = profile.kind(types.get(type).type().isEmpty() ? "samples" : types.get(type).type(), unit.unit());
            negative += fill(type, unit, rows, nodes, extra);
            if (rows.size() == 0) {
                silent.add(rows.event());
            }
        }
        if (!silent.isEmpty() && samples.size() > 0) {
            diagnostics.note("no sample has a value of " + String.join(", ", silent));
        }
        if (negative > 0) {
            profile.doubt("left out: " + Profile.count(negative, "value") + " below zero, as differences of two profiles have");
        }
    }

    private long fill(int type, WeightUnit unit, SampleRows rows, int[] nodes, Extra extra) {
        long negative = 0;
        for (int row = 0; row < samples.size(); row++) {
            if (samples.node(row) == RawSamples.GAP || type >= samples.width(row)) {
                continue;
            }
            double value = samples.value(row, type);
            if (value > 0) {
                rows.add(samples.node(row) < 0 ? -1 : nodes[samples.node(row)], value * unit.factor());
                extra.say(row, rows, unit.unit().equals(Unit.DURATION) ? value * unit.factor() : 0);
            } else if (value < 0) {
                negative++;
            }
        }
        return negative;
    }

    /// How many samples have another number of values than there are types.
    long uneven() {
        long uneven = 0;
        for (int row = 0; row < samples.size(); row++) {
            uneven += samples.node(row) != RawSamples.GAP && samples.width(row) != types.size() ? 1 : 0;
        }
        return uneven;
    }
}
