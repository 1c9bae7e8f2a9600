package org.tailwright.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;

/// Frames: main (0), work (1), work inlined (2), gc (3). Stacks: main, main-work, main-work(inlined), main-work-work, main-gc.
class CallTreeTest {
    private static final Stacks STACKS = stacks();

    private static Stacks stacks() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("start", Longs.of(Unit.TIME, 0, 1, 2, 3, 4, 5));
        columns.put(Stacks.NODE, Longs.of(Unit.NONE, 0, 1, 2, 2, 3, 4));
        columns.put("event", Texts.of(new int[] {0, 0, 0, 0, 0, 1}, new Texts.Dictionary(new String[] {"cpu", "alloc"})));
        byte[] kinds = {(byte) Stacks.Frame.INTERPRETED.ordinal(), (byte) Stacks.Frame.COMPILED.ordinal(), (byte) Stacks.Frame.INLINED.ordinal(),
            (byte) Stacks.Frame.CPP.ordinal()};
        return new Stacks(new Texts.Dictionary(new String[] {"main", "work", "work", "gc"}), kinds, new int[] {-1, 0, 0, 1, 0}, new int[] {0, 1, 2, 1, 3},
                Table.of(columns));
    }

    @Test
    void equalMethodsAreOneNode() {
        CallTree tree = CallTree.of(STACKS, Sampled.ALL);
        int main = tree.children(CallTree.ROOT).getFirst();
        int work = tree.children(main).getFirst();
        assertEquals(6, tree.total(CallTree.ROOT));
        assertEquals(1, tree.self(main));
        assertEquals(List.of("work", "gc"), tree.children(main).stream().map(tree::text).toList());
        assertEquals(3, tree.self(work));
        assertEquals(4, tree.total(work));
        assertEquals(Stacks.Frame.COMPILED, tree.kind(work));
    }

    @Test
    void samplesAreChosenByTimeAndEvent() {
        assertEquals(1, CallTree.of(STACKS, new Sampled(Optional.empty(), Optional.of("alloc"), Optional.empty())).total(CallTree.ROOT));
        assertEquals(2, CallTree.of(STACKS, new Sampled(Optional.of(new TimeSpan(1, 3)), Optional.empty(), Optional.of("no such column"))).total(CallTree.ROOT));
        assertEquals(0, CallTree.of(STACKS, new Sampled(Optional.empty(), Optional.of("never"), Optional.empty())).total(CallTree.ROOT));
    }

    @Test
    void invertedTreeHasTheSameWeight() {
        CallTree inverted = CallTree.of(STACKS, Sampled.ALL).inverted();
        assertEquals(6, inverted.total(CallTree.ROOT));
        int work = inverted.children(CallTree.ROOT).stream().filter(node -> inverted.text(node).equals("work")).findFirst().orElseThrow();
        assertEquals(4, inverted.total(work));
        assertEquals(List.of("main", "work"), inverted.children(work).stream().map(inverted::text).toList());
    }

    @Test
    void recursionCountsOnce() {
        List<HotMethods.Method> hot = HotMethods.of(CallTree.of(STACKS, Sampled.ALL), 2);
        assertEquals(List.of(new HotMethods.Method("work", Stacks.Frame.COMPILED, 4, 4), new HotMethods.Method("main", Stacks.Frame.INTERPRETED, 1, 6)), hot);
    }

    @Test
    void boxesFillTheirParents() {
        CallTree tree = CallTree.of(STACKS, Sampled.ALL);
        FlameLayout layout = FlameLayout.of(tree, CallTree.ROOT, 0);
        assertEquals(List.of("all", "main", "gc", "work", "work"), layout.boxes().stream().map(FlameLayout.Box::text).toList());
        assertEquals(new FlameLayout.Place(2, 1 / 6.0, 4 / 6.0), layout.boxes().get(3).place());
        assertEquals(4, layout.depth());
        assertEquals(4, FlameLayout.of(tree, CallTree.ROOT, 0.5).boxes().size() + 1);
    }

    @Test
    void zoomFillsTheWidth() {
        CallTree tree = CallTree.of(STACKS, Sampled.ALL);
        int work = tree.children(tree.children(CallTree.ROOT).getFirst()).getFirst();
        FlameLayout layout = FlameLayout.of(tree, work, 0);
        assertEquals(List.of(1.0, 1.0, 1.0, 0.25), layout.boxes().stream().map(each -> each.place().width()).toList());
        assertEquals(4 / 6.0, FlameLayout.share(tree, "WORK"), 1e-12);
    }

    @Test
    void nothingSampledIsAnEmptyTree() {
        CallTree tree = CallTree.of(Stacks.none(), Sampled.ALL);
        assertEquals(1, tree.size());
        assertEquals(List.of(), FlameLayout.of(tree, CallTree.ROOT, 0).boxes());
        assertEquals(List.of(), HotMethods.of(tree, 5));
    }
}
