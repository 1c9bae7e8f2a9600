package org.tailwright.readers.pprof;

import java.util.Map;
import java.util.TreeMap;
import org.tailwright.data.Longs;
import org.tailwright.data.Unit;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.StackTree;

/// Samples with the source's own numbers for places, until all of the file is known.
final class RawSamples {
    /// Labels by key beyond this many are left out.
    private static final int MOST_LABELS = 24;

    /// The values of one label: `rows` ascending, `texts` numbers of texts or -1, `numbers` what was given as a number.
    record Label(Ints rows, Ints texts, Longs.Builder numbers) {}

    private final StackTree tree = new StackTree();
    private final Ints nodes = new Ints();
    private final Ints ends = new Ints();
    private final Reals values = new Reals();
    private final Map<Long, Label> labels = new TreeMap<>();

    /// The stacks.
    StackTree tree() {
        return tree;
    }

    /// Adds a value to the sample that [#add] will add.
    void value(double value) {
        values.add(value);
    }

    /// Adds a sample with the values given since the last one.
    void add(int node) {
        nodes.add(node);
        ends.add(values.size());
    }

    /// Forgets the values given since the last sample.
    void drop() {
        // What follows counts from here, so the values stay as a gap of their own sample that no row names.
        nodes.add(GAP);
        ends.add(values.size());
    }

    /// Node of a place in the list that is no sample.
    static final int GAP = -2;

    /// Adds a label to the sample that will be added next.
    ///
    /// @param text number of the text, 0 for a label that is a number
    void label(long key, long text, long number) {
        Label label = labels.get(key);
        if (label == null) {
            if (labels.size() >= MOST_LABELS) {
                return;
            }
            label = new Label(new Ints(), new Ints(), Longs.builder(Unit.NONE));
            labels.put(key, label);
        }
        label.rows().add(nodes.size());
        label.texts().add(text > 0 && text <= Integer.MAX_VALUE ? (int) text : -1);
        label.numbers().add(number);
    }

    Map<Long, Label> labels() {
        return labels;
    }

    int size() {
        return nodes.size();
    }

    int node(int row) {
        return nodes.at(row);
    }

    /// How many values a sample has.
    int width(int row) {
        return ends.at(row) - from(row);
    }

    private int from(int row) {
        return row == 0 ? 0 : ends.at(row - 1);
    }

    double value(int row, int i) {
        return values.at(from(row) + i);
    }
}
