package org.tailwright.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

class PausesTest {
    private static Table table(Object... namesAndColumns) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            columns.put((String) namesAndColumns[i], (Column) namesAndColumns[i + 1]);
        }
        return Table.of(columns);
    }

    static Recording recording(Map<String, Table> tables) {
        return new Recording(new Origin("r", Path.of("r"), "test", Trust.clean(0)), tables, Map.of(), Stacks.none(), Map.of(), Optional.empty());
    }

    private static Column longs(long... values) {
        return Longs.of(Unit.DURATION, values);
    }

    private static final Table COLLECTIONS = table("start", longs(100, 50), "duration", longs(30, 40), "gcId", longs(7, 8), "sumOfPauses", longs(5, 6),
            "name", Texts.builder().add("G1New").add("G1Old").build(), "cause", Texts.builder().add("Allocation").add("System.gc()").build());

    private static Requests requests(Meaning.Duration duration) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("start", Longs.of(Unit.TIME, 30, 10));
        columns.put("duration", Longs.of(Unit.DURATION, 5, 7));
        columns.put("label", Texts.builder().add("Pause Young").add("Pause Remark").build());
        columns.put("cause", Texts.builder().add("System.gc()").add(null).build());
        return new Requests(recording(Map.of()).origin(), Table.of(columns), Meaning.of(duration, Meaning.Stamp.END, 1000));
    }

    @Test
    void rowsOfAGcLogArePauses() {
        assertEquals(new Pauses.Found(Pauses.Basis.LOG, List.of(new Pauses.Pause(10, 7, "Pause Remark", ""), new Pauses.Pause(30, 5, "Pause Young", "System.gc()"))),
                Pauses.of(requests(Meaning.Duration.PAUSE)));
        assertEquals(Pauses.Basis.NONE, Pauses.of(requests(Meaning.Duration.SERVICE_TIME)).basis());
        Outcome<PausesAnalysis.Result> found = PausesAnalysis.PAUSES.run(Inputs.of(requests(Meaning.Duration.RUNTIME), requests(Meaning.Duration.PAUSE)), Map.of(), Work.NONE)
                .outcome();
        assertEquals(12, assertInstanceOf(Outcome.Answer.class, found).result() instanceof PausesAnalysis.Result result ? result.total() : -1);
    }

    /// Pauses from 10 to 17 and from 30 to 35: of a window only what is inside counts, of its time only what was recorded.
    @Test
    void aWindowCutsPausesAndTime() {
        Requests log = requests(Meaning.Duration.PAUSE);
        Inputs inputs = Inputs.of(log).with(Selection.ALL.within(Optional.of(new TimeSpan(15, 32))));
        PausesAnalysis.Result part = ((Outcome.Answer<PausesAnalysis.Result>) PausesAnalysis.PAUSES.run(inputs, Map.of(), Work.NONE).outcome()).result();
        assertEquals(2 + 2, part.total());
        assertEquals(Optional.of(new TimeSpan(15, 32)), part.observed());
        assertTrue(PausesAnalysis.PAUSES.run(inputs, Map.of(), Work.NONE).section().blocks().toString().contains("only what is inside counts"));
        Inputs wide = Inputs.of(log).with(Selection.ALL.within(Optional.of(new TimeSpan(-1_000_000, 1_000_000))));
        PausesAnalysis.Result whole = ((Outcome.Answer<PausesAnalysis.Result>) PausesAnalysis.PAUSES.run(wide, Map.of(), Work.NONE).outcome()).result();
        assertEquals(12, whole.total());
        assertEquals(log.span(), whole.observed());
    }

    @Test
    void phasesKnowTheCauseOfTheirCollection() {
        Table phases = table("start", longs(120, 55), "duration", longs(3, 4), "gcId", longs(7, 9), "name", Texts.builder().add("GC Pause").add("GC Pause").build());
        Pauses.Found found = Pauses.of(recording(Map.of("jdk.GCPhasePause", phases, "jdk.GarbageCollection", COLLECTIONS)));
        assertEquals(Pauses.Basis.PHASES, found.basis());
        assertEquals(List.of(new Pauses.Pause(55, 4, "GC Pause", ""), new Pauses.Pause(120, 3, "GC Pause", "Allocation")), found.pauses());
    }

    @Test
    void withoutPhasesTheSumStandsForThem() {
        Pauses.Found found = Pauses.of(recording(Map.of("jdk.GarbageCollection", COLLECTIONS)));
        assertEquals(new Pauses.Found(Pauses.Basis.SUM_OF_PAUSES, List.of(new Pauses.Pause(50, 6, "G1Old", "System.gc()"),
                new Pauses.Pause(100, 5, "G1New", "Allocation"))), found);
    }

    @Test
    void missingColumnsAreBorne() {
        Table bare = table("start", longs(1), "duration", longs(2));
        assertEquals(new Pauses.Found(Pauses.Basis.COLLECTIONS, List.of(new Pauses.Pause(1, 2, "", ""))),
                Pauses.of(recording(Map.of("jdk.GarbageCollection", bare))));
        assertEquals(Pauses.Basis.NONE, Pauses.of(recording(Map.of("jdk.GCPhasePause", table("start", longs(1))))).basis());
    }
}
