package org.tailwright.readers.stacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.tailwright.data.Origin;
import org.tailwright.data.Recording;
import org.tailwright.data.Stacks;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Source;

/// A profile while it is read: one tree of stacks, and samples of one or more kinds. Weights of different kinds have different units and are
/// never added, so each kind becomes a recording of its own.
public final class Profile {
    private final StackTree tree = new StackTree();
    private final FrameTexts frames = new FrameTexts();
    private final List<SampleRows> kinds = new ArrayList<>();
    private final Set<String> assumed = new LinkedHashSet<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Optional<TimeSpan> span = Optional.empty();

    /// The stacks so far; frames are numbers of [#frames].
    public StackTree tree() {
        return tree;
    }

    /// The frames.
    public FrameTexts frames() {
        return frames;
    }

    /// Samples of a new kind.
    public SampleRows kind(String event, Unit unit) {
        SampleRows rows = new SampleRows(event, unit);
        kinds.add(rows);
        return rows;
    }

    /// All kinds, in the order made.
    public List<SampleRows> kinds() {
        return kinds;
    }

    /// Samples of all kinds.
    public long samples() {
        return kinds.stream().mapToLong(SampleRows::size).sum();
    }

    /// Notes what the file does not say and was taken for granted.
    public void assume(String sentence) {
        assumed.add(sentence);
    }

    /// Notes what makes the numbers weaker.
    public void doubt(String sentence) {
        doubts.add(sentence);
    }

    /// Keeps a setting of the profiler.
    public void setting(String name, String value) {
        settings.put(name, value);
    }

    /// Says over which time was sampled, where the samples do not tell.
    public void span(TimeSpan time) {
        span = Optional.of(time);
    }

    /// Moves stacks of another tree into this one.
    ///
    /// @param raw stacks whose frames are the source's own numbers
    /// @param meaning the frames (outermost first) that one of those numbers stands for, asked once for each number in use
    /// @return for each node of `raw` the node here, -1 where it has no frame
    public int[] adopt(StackTree raw, IntFunction<int[]> meaning) {
        int[] nodes = new int[raw.size()];
        Map<Integer, int[]> known = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            int node = raw.parent(i) < 0 ? StackTree.NONE : nodes[raw.parent(i)];
            for (int frame : known.computeIfAbsent(raw.frame(i), meaning::apply)) {
                node = tree.child(node, frame);
            }
            nodes[i] = node;
        }
        return nodes;
    }

    /// A number of things in words: "1 frame", "3 frames".
    public static String count(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /// A recording for each kind that has samples, in order.
    ///
    /// @param skipped records that could not be read
    public List<Recording> recordings(Source source, String format, long skipped) {
        Texts.Dictionary texts = frames.dictionary();
        byte[] types = frames.kinds();
        int[] parents = tree.parents();
        int[] nodeFrames = tree.frames();
        List<SampleRows> kept = kinds.stream().filter(each -> each.size() > 0).toList();
        List<Recording> recordings = new ArrayList<>();
        for (SampleRows each : kept) {
            String name = kept.size() == 1 ? source.name() : source.name() + " " + each.event();
            Trust trust = new Trust(each.size(), skipped, List.copyOf(assumed), List.copyOf(doubts));
            long n = each.size();
            Optional<TimeSpan> time = span.isPresent() ? span : each.span();
            Stacks stacks = new Stacks(texts, types, parents, nodeFrames, each.table());
            recordings.add(new Recording(new Origin(name, source.path(), format, trust), Map.of(), Map.of(each.event(), n), stacks, settings, time));
        }
        return recordings;
    }
}
