package org.tailwright.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Origin;
import org.tailwright.data.Recording;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

/// Samples without times, with weights in several units.
class SampleKindsTest {
    private static Stacks stacks(Unit unit, double[] weights, String... events) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Stacks.NODE, Longs.of(Unit.NONE, new long[weights.length]));
        columns.put("weight", Doubles.of(unit, weights));
        Texts.Builder texts = Texts.builder();
        List.of(events).forEach(texts::add);
        columns.put("event", texts.build());
        return new Stacks(new Texts.Dictionary(new String[] {"f"}), new byte[1], new int[] {-1}, new int[] {0}, Table.of(columns));
    }

    @Test
    void bytesAndNanosecondsAreNeverAdded() {
        Stacks mixed = stacks(Unit.NONE, new double[] {1, 4096, 4096, 1e6}, "jdk.ExecutionSample", "jdk.ObjectAllocationSample",
                "jdk.ObjectAllocationSample", "jdk.JavaMonitorEnter");
        assertEquals(List.of("jdk.ExecutionSample", "jdk.ObjectAllocationSample", "jdk.JavaMonitorEnter"), SampleKinds.of(mixed));
        Recording recording = new Recording(new Origin("r", java.nio.file.Path.of("r"), "test", Trust.clean(4)), java.util.Map.of(), java.util.Map.of(),
                mixed, java.util.Map.of(), Optional.empty());
        Outcome<HotMethodsAnalysis.Result> outcome = HotMethodsAnalysis.HOT_METHODS.run(Inputs.of(recording), java.util.Map.of(), Work.NONE).outcome();
        HotMethodsAnalysis.Result result = ((Outcome.Answer<HotMethodsAnalysis.Result>) outcome).result();
        assertEquals(new HotMethodsAnalysis.Result(List.of(new HotMethods.Method("f", Stacks.Frame.JAVA, 1, 1)), "jdk.ExecutionSample", "samples", 1), result);
        assertEquals(Unit.BYTES, CallTree.of(mixed, new Sampled(Optional.empty(), Optional.of("jdk.ObjectAllocationSample"), Optional.empty())).unit());
        assertEquals(Unit.DURATION, SampleKinds.unit(mixed, "jdk.JavaMonitorEnter"));
    }

    @Test
    void theColumnsOwnUnitCounts() {
        Stacks cycles = stacks(Unit.of("cycles"), new double[] {2, 3}, "cycles", "cycles");
        CallTree tree = CallTree.of(cycles, Sampled.ALL);
        assertEquals(Unit.of("cycles"), tree.unit());
        assertEquals(Unit.of("cycles"), tree.inverted().unit());
        assertEquals("5\u00a0cycles", SampleKinds.words(tree.total(CallTree.ROOT), tree.unit()));
        assertEquals("1\u00a0sample", SampleKinds.words(1, Unit.COUNT));
        assertEquals("190\u00a0ms", SampleKinds.words(190e6, Unit.DURATION));
        assertEquals("2.50", SampleKinds.words(2.5, Unit.NONE));
    }
}
