package org.tailwright.profiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Unit;

/// Samples merged by their stacks: each node is a method reached by one path, with the weight of the samples in it (self) and in all that
/// it called (total). Weights are those of the samples, 1 where they have none. Frames with the same text are one method, whichever way
/// they were compiled; the heaviest kind stands for it. Node [#ROOT] has no frame.
public final class CallTree {
    /// The node above all outermost frames.
    public static final int ROOT = 0;

    private final Stacks stacks;
    private final Unit unit;
    private final int[] parents;
    private final int[] frames;
    private final double[] self;
    private final double[] total;
    private final List<List<Integer>> children;

    private CallTree(Stacks stacks, Unit unit, CallNodes nodes) {
        this.stacks = stacks;
        this.unit = unit;
        parents = nodes.parents();
        frames = nodes.frames();
        self = nodes.self();
        total = self.clone();
        children = new ArrayList<>(parents.length);
        for (int node = 0; node < parents.length; node++) {
            children.add(new ArrayList<>());
        }
        for (int node = parents.length - 1; node > ROOT; node--) {
            total[parents[node]] += total[node];
        }
        for (int node = 1; node < parents.length; node++) {
            children.get(parents[node]).add(node);
        }
    }

    /// The tree of the samples that count.
    public static CallTree of(Stacks stacks, Sampled sampled) {
        double[] weights = weights(stacks, sampled);
        int[] methods = methods(stacks, weights);
        CallNodes nodes = new CallNodes();
        int[] known = new int[stacks.parents().length];
        Arrays.fill(known, -1);
        for (int node = 0; node < weights.length; node++) {
            if (weights[node] != 0) {
                nodes.add(place(stacks, methods, nodes, known, node), weights[node]);
            }
        }
        return new CallTree(stacks, SampleKinds.unit(stacks, sampled.event().orElse("")), nodes);
    }

    /// Where a stack node belongs; the way down from the outermost frame is made where it is not there yet. A stack that never reaches an
    /// outermost frame (a cycle in a broken file) ends after as many frames as there are nodes.
    private static int place(Stacks stacks, int[] methods, CallNodes nodes, int[] known, int node) {
        List<Integer> way = new ArrayList<>();
        int at = node;
        while (at >= 0 && at < known.length && known[at] < 0 && way.size() <= known.length) {
            way.add(at);
            at = stacks.parents()[at];
        }
        int place = at >= 0 && at < known.length && known[at] >= 0 ? known[at] : ROOT;
        for (int each : way.reversed()) {
            place = nodes.child(place, methods[stacks.nodeFrames()[each]]);
            known[each] = place;
        }
        return place;
    }

    private static double[] weights(Stacks stacks, Sampled sampled) {
        double[] weights = new double[stacks.parents().length];
        Table samples = stacks.samples();
        Optional<Longs> nodes = samples.longs(Stacks.NODE);
        Optional<Doubles> weight = samples.doubles("weight");
        IntPredicate counts = sampled.of(samples);
        for (int row = 0; nodes.isPresent() && row < samples.rows(); row++) {
            long node = nodes.get().at(row);
            if (node >= 0 && node < weights.length && !nodes.get().missing(row) && counts.test(row)) {
                double heavy = weight.isPresent() ? weight.get().at(row) : 1;
                weights[(int) node] += Double.isNaN(heavy) ? 1 : heavy;
            }
        }
        return weights;
    }

    /// For each frame code the heaviest code with the same text.
    private static int[] methods(Stacks stacks, double[] nodeWeights) {
        double[] weight = new double[stacks.frames().codes()];
        for (int node = 0; node < nodeWeights.length; node++) {
            weight[stacks.nodeFrames()[node]] += nodeWeights[node];
        }
        Map<String, Integer> heaviest = new HashMap<>();
        for (int code = 0; code < weight.length; code++) {
            heaviest.merge(stacks.frames().text(code), code, (a, b) -> weight[b] > weight[a] ? b : a);
        }
        int[] methods = new int[weight.length];
        for (int code = 0; code < methods.length; code++) {
            methods[code] = heaviest.get(stacks.frames().text(code));
        }
        return methods;
    }

    /// The same samples seen from the innermost frame: the outermost level are the methods in which samples were, below are their callers.
    public CallTree inverted() {
        CallNodes nodes = new CallNodes();
        for (int node = 1; node < size(); node++) {
            if (self[node] != 0) {
                int place = ROOT;
                for (int at = node; at != ROOT; at = parents[at]) {
                    place = nodes.child(place, frames[at]);
                }
                nodes.add(place, self[node]);
            }
        }
        return new CallTree(stacks, unit, nodes);
    }

    /// What weights are counted in.
    public Unit unit() {
        return unit;
    }

    /// Number of nodes, the root among them.
    public int size() {
        return parents.length;
    }

    /// Parent of a node; -1 for the root.
    public int parent(int node) {
        return parents[node];
    }

    /// Children of a node in order of their making.
    public List<Integer> children(int node) {
        return Collections.unmodifiableList(children.get(node));
    }

    /// Text of a node's frame; "all" for the root.
    public String text(int node) {
        return node == ROOT ? "all" : stacks.frames().text(frames[node]);
    }

    /// What a node's frame is.
    public Stacks.Frame kind(int node) {
        Stacks.Frame[] all = Stacks.Frame.values();
        int ordinal = node == ROOT ? Stacks.Frame.NATIVE.ordinal() : stacks.kinds()[frames[node]];
        return ordinal >= 0 && ordinal < all.length ? all[ordinal] : Stacks.Frame.JAVA;
    }

    /// Code of a node's method, equal for equal texts; -1 for the root.
    public int method(int node) {
        return frames[node];
    }

    /// Weight of the samples in the node itself.
    public double self(int node) {
        return self[node];
    }

    /// Weight of the samples in the node and below.
    public double total(int node) {
        return total[node];
    }
}
