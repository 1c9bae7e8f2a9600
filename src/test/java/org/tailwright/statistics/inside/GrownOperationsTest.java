package org.tailwright.statistics.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Traces of a root and some spans below it, all of one service.
class GrownOperationsTest {
    private static final long MILLI = 1_000_000L;

    private final List<Long> durations = new ArrayList<>();
    private final Texts.Builder traces = Texts.builder();
    private final Texts.Builder spans = Texts.builder();
    private final Texts.Builder parents = Texts.builder();
    private final Texts.Builder services = Texts.builder();
    private final Texts.Builder labels = Texts.builder();

    private void add(int trace, String label, boolean root, double millis) {
        durations.add(Math.round(millis * MILLI));
        traces.add("t" + trace);
        spans.add("s" + durations.size());
        parents.add(root ? null : "s0");
        services.add("shop");
        labels.add(label);
    }

    private Traces made() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        long[] starts = new long[durations.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Runs.NOON + i * 10 * MILLI;
        }
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations.stream().mapToLong(Long::longValue).toArray()));
        columns.put(Requests.TRACE, traces.build());
        columns.put(Traces.SPAN, spans.build());
        columns.put(Traces.PARENT, parents.build());
        columns.put(Requests.SERVICE, services.build());
        columns.put(Requests.LABEL, labels.build());
        return new Traces(new Origin("spans", Path.of("spans"), "test", Trust.clean(starts.length)), Table.of(columns), Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 0), "");
    }

    private static List<Finding> operations(Traces spans, String label, double fromMillis) {
        Selection slow = new Selection(Optional.empty(), Optional.of(new Selection.Band((long) (fromMillis * MILLI), Long.MAX_VALUE)), List.of(new Selection.Filter(Requests.LABEL, label)));
        return switch (Inside.ANALYSIS.run(Inputs.of(spans).with(slow), Map.of(), Work.NONE).outcome()) {
            case Outcome.Answer<InsideResult> answer -> answer.result().findings().stream().filter(each -> each.kind() == Finding.Kind.OPERATION).toList();
            case Outcome.NotApplicable<InsideResult> not -> fail(not.why());
        };
    }

    /// The queries of slow payments take three times as long: seen, with as many as there are traces.
    @Test
    void anOperationThatGrewIsFound() {
        RandomGenerator random = Seeds.stream(21, "grown", 1);
        for (int trace = 0; trace < 600; trace++) {
            boolean slow = trace % 10 == 0;
            add(trace, "pay", true, slow ? 500 : 100);
            for (int i = 0; i < 5; i++) {
                add(trace, "query", false, (slow ? 30 : 10) * Math.exp(0.3 * random.nextGaussian()));
            }
        }
        List<Finding> found = operations(made(), "pay", 300);
        assertEquals(List.of("shop query"), found.stream().map(each -> each.subject().column()).toList());
        assertEquals(60, found.getFirst().sides().support());
        assertEquals(3, found.getFirst().strength().lift(), 0.3);
    }

    /// Queries of payments take ten times as long as those of the home page, slow or not: compared are payments with payments.
    @Test
    void otherRequestsAreNotWhatItIsComparedWith() {
        RandomGenerator random = Seeds.stream(21, "grown", 2);
        for (int trace = 0; trace < 1200; trace++) {
            boolean pay = trace % 2 == 0;
            add(trace, pay ? "pay" : "home", true, pay && trace % 20 == 0 ? 500 : 100);
            add(trace, "query", false, (pay ? 10 : 1) * Math.exp(0.3 * random.nextGaussian()));
        }
        assertEquals(List.of(), operations(made(), "pay", 300));
    }

    /// Spans of one trace share a factor that has nothing to do with its root: 15 of them are one trace, not 15 observations.
    @Test
    void spansOfOneTraceAreNotManyObservations() {
        RandomGenerator random = Seeds.stream(21, "grown", 3);
        for (int trace = 0; trace < 300; trace++) {
            add(trace, "job", true, 100 * Math.exp(0.5 * random.nextGaussian()));
            for (int operation = 0; operation < 30; operation++) {
                double shared = Math.exp(random.nextGaussian());
                for (int i = 0; i < 15; i++) {
                    add(trace, "query " + operation, false, 10 * shared * Math.exp(0.1 * random.nextGaussian()));
                }
            }
        }
        List<Finding> found = operations(made(), "job", 150);
        assertTrue(found.size() <= 1, found.toString());
    }
}
