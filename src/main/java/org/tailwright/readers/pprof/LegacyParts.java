package org.tailwright.readers.pprof;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.data.Recording;
import org.tailwright.data.Stacks;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;
import org.tailwright.readers.stacks.DenseIds;
import org.tailwright.readers.stacks.FrameTexts;
import org.tailwright.readers.stacks.StackTree;

/// What the old forms share: stacks of addresses or of symbols, a memory map at the end.
final class LegacyParts {
    private static final int DEEPEST = 100_000;

    private final RawSamples samples = new RawSamples();
    private final DenseIds addresses = new DenseIds();
    private final FrameTexts symbols = new FrameTexts();
    private final MemoryMap map = new MemoryMap();
    private final Diagnostics diagnostics;

    LegacyParts(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    MemoryMap map() {
        return map;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /// The raw frame of an address.
    int address(long address) {
        return 2 * addresses.of(address);
    }

    /// The raw frame of a method's name.
    int symbol(String name) {
        return 2 * symbols.code(name, Stacks.Frame.NATIVE) + 1;
    }

    /// Adds a sample with its raw frames, innermost first.
    void add(List<Integer> innermostFirst, double... values) {
        int node = StackTree.NONE;
        for (int i = Math.min(DEEPEST, innermostFirst.size()) - 1; i >= 0; i--) {
            node = samples.tree().child(node, innermostFirst.get(i));
        }
        for (double each : values) {
            samples.value(each);
        }
        samples.add(node);
    }

    int size() {
        return samples.size();
    }

    /// The recordings, the last type first.
    List<Recording> recordings(Source source, String format, List<ValueType> types, long skipped) {
        Assembly assembly = new Assembly(samples, types, diagnostics);
        FrameTexts frames = assembly.profile().frames();
        int[] bare = {0};
        assembly.fill(types.size() - 1, raw -> {
            if ((raw & 1) == 1) {
                String name = symbols.text(raw >> 1);
                return new int[] {frames.code(name, name.contains("::") ? Stacks.Frame.CPP : Stacks.Frame.NATIVE)};
            }
            bare[0]++;
            return new int[] {frames.code(map.words(addresses.id(raw >> 1)), Stacks.Frame.NATIVE)};
        }, (row, rows, weight) -> { });
        if (bare[0] > 0 && bare[0] >= frames.size()) {
            assembly.profile().doubt("the file has addresses but no names: each call site is a frame of its own; "
                    + "pprof -proto with the program at hand writes a profile with names");
        }
        return new ArrayList<>(assembly.profile().recordings(source, format, skipped));
    }
}
