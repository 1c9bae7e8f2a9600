package org.tailwright.readers.firefox;

import java.util.HashMap;
import java.util.Map;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.readers.stacks.WeightUnit;
import org.tailwright.work.Work;

/// Hands the samples of all threads over to the profile: execution samples, and allocations where they were recorded.
final class GeckoSamples {
    private final Profile profile;
    private final Tables shared;
    private final Work work;
    private final Map<String, SampleRows> kinds = new HashMap<>();
    private long stackless;
    private long odd;

    GeckoSamples(Profile profile, Tables shared, Work work) {
        this.profile = profile;
        this.shared = shared;
        this.work = work;
    }

    /// Adds a process and those below it.
    ///
    /// @param startMillis from which times count where the process does not say it itself
    void add(GeckoProcess process, double startMillis) {
        double start = Double.isNaN(process.startMillis()) ? startMillis : process.startMillis();
        for (GeckoThread each : process.threads()) {
            work.check();
            Tables tables = each.tables().or(shared);
            ThreadStacks stacks = new ThreadStacks(profile, tables, each.words());
            add(each, "samples", "samples", tables.table("samples"), stacks, start);
            add(each, "JavaScript allocations", "bytes", tables.table("jsAllocations"), stacks, start);
            add(each, "native allocations", "bytes", tables.table("nativeAllocations"), stacks, start);
            odd += stacks.odd();
        }
        process.below().forEach(each -> add(each, start));
    }

    private void add(GeckoThread thread, String event, String usual, Columns table, ThreadStacks stacks, double startMillis) {
        Reals stack = table.column("stack");
        if (stack.size() == 0) {
            return;
        }
        WeightUnit unit = WeightUnit.of(table.weightType().isEmpty() ? usual : table.weightType());
        String name = table.weightType().equals("tracing-ms") ? "traced time" : event;
        SampleRows rows = kinds.computeIfAbsent(name + unit, _ -> profile.kind(name, unit.unit()));
        Reals times = table.column("time");
        Reals deltas = table.column("timeDeltas");
        Reals weights = table.has("weight") ? table.column("weight") : table.column("duration").size() > 0 && usual.equals("bytes")
                ? table.column("duration") : new Reals();
        String words = thread.words();
        double millis = 0;
        for (int i = 0; i < stack.size(); i++) {
            millis += Double.isNaN(deltas.at(i)) ? 0 : deltas.at(i);
            int node = stacks.node(stack.index(i));
            double weight = Double.isNaN(weights.at(i)) ? 1 : weights.at(i);
            if (node < 0 || weight < 0) {
                stackless += node < 0 ? 1 : 0;
                continue;
            }
            rows.add(node, weight * unit.factor()).thread(words);
            double time = times.size() > 0 ? times.at(i) : deltas.size() > 0 ? millis : Double.NaN;
            double epoch = (Double.isNaN(startMillis) ? 0 : startMillis) + time;
            if (Math.abs(epoch) < 9e12) {
                rows.start(Math.round(epoch * 1e3) * 1000);
            }
        }
    }

    /// Samples for which the thread had no stack.
    long stackless() {
        return stackless;
    }

    /// References that led nowhere.
    long odd() {
        return odd;
    }
}
