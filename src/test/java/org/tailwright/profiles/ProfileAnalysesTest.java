package org.tailwright.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Table;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

class ProfileAnalysesTest {
    @Test
    void pausesAreSummed() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("start", Longs.of(Unit.TIME, 1, 2, 3));
        columns.put("duration", Longs.of(Unit.DURATION, 10, 30, 20));
        Inputs inputs = Inputs.of(PausesTest.recording(Map.of("jdk.GCPhasePause", Table.of(columns))));
        Outcome<PausesAnalysis.Result> outcome = PausesAnalysis.PAUSES.run(inputs, Map.of(), Work.NONE).outcome();
        PausesAnalysis.Result result = ((Outcome.Answer<PausesAnalysis.Result>) outcome).result();
        assertEquals(List.of(60L, 30L, 20L), List.of(result.total(), result.longest(), result.median()));
    }

    @Test
    void anEmptyRecordingIsNoAnswer() {
        for (Analysis<?, ?> each : ProfileAnalyses.ALL) {
            assertInstanceOf(Outcome.NotApplicable.class, each.run(Inputs.of(PausesTest.recording(Map.of())), Map.of(), Work.NONE).outcome());
        }
    }
}
