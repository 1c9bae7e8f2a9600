package org.tailwright.models.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// A closed loop whose laws hold exactly, and one whose think time was forgotten.
final class LawsTest {
    private static final long START = 1_795_391_760_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final int[] USERS = {1, 2, 4, 8};

    /// Users without think time: one server of 10 ms that all of them share, so that R = 10 ms × N; 20 s a step.
    private static Requests loop(long thinkNanos) {
        List<long[]> rows = new ArrayList<>();
        long begin = START;
        for (int users : USERS) {
            for (int user = 0; user < users; user++) {
                long response = 10 * MILLI * users;
                long from = begin + user * 10 * MILLI;
                while (from + response < begin + 20_000 * MILLI) {
                    rows.add(new long[] {from, response, users});
                    from += response + thinkNanos;
                }
            }
            begin += 22_000 * MILLI;
        }
        rows.sort((a, b) -> Long.compare(a[0], b[0]));
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, rows.stream().mapToLong(each -> each[0]).toArray()));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, rows.stream().mapToLong(each -> each[1]).toArray()));
        columns.put(Requests.ACTIVE, Longs.of(Unit.COUNT, rows.stream().mapToLong(each -> each[2]).toArray()));
        return new Requests(origin(), Table.of(columns), Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 1));
    }

    private static Origin origin() {
        return new Origin("made", Path.of("made"), "made", Trust.clean(1));
    }

    private static LawsResult ask(Requests requests, Map<String, String> typed) {
        Outcome<LawsResult> outcome = LawsAnalysis.LAWS.run(Inputs.of(requests), typed, Work.NONE).outcome();
        return (LawsResult) assertInstanceOf(Outcome.Answer.class, outcome, outcome.toString()).result();
    }

    private static Block.Tone tone(LawsResult result, String title) {
        return result.laws().stream().filter(each -> each.title().contains(title)).findFirst().orElseThrow().tone();
    }

    @Test
    void lawsHoldInAClosedLoop() {
        LawsResult found = ask(loop(0), Map.of());
        assertEquals(4, found.steps().size());
        assertEquals(Block.Tone.GOOD, tone(found, "Little's law"));
        assertEquals(Block.Tone.GOOD, tone(found, "interactive response"));
        // One server of 10 ms: the bound is 100/s, and one user reaches it.
        assertEquals(0.01, found.bounds().total(), 1e-4);
        assertEquals(100, found.bounds().at(8), 2);
        assertEquals(1, found.bounds().knee(), 0.05);
    }

    @Test
    void aForgottenThinkTimeBreaksThem() {
        LawsResult found = ask(loop(40 * MILLI), Map.of());
        assertEquals(Block.Tone.BAD, tone(found, "Little's law"));
        assertEquals(Block.Tone.GOOD, tone(ask(loop(40 * MILLI), Map.of("think", "40ms")), "Little's law"));
    }

    @Test
    void withoutMetricsOrSpansTheOtherLawsSayWhatIsMissing() {
        LawsResult found = ask(loop(0), Map.of());
        assertEquals(3, found.laws().stream().filter(each -> each.tone() == Block.Tone.MUTED).count()); // the bound of the highest step on itself tests nothing
        assertTrue(found.laws().stream().anyMatch(each -> each.text().contains("--busy")));
        assertEquals(Block.Tone.MUTED, tone(found, "cannot exceed its own bound"));
    }

    @Test
    void demandsOfClassesAreFoundByRegression() {
        // Each second a random number of both classes; busy = 20 ms per "a" + 50 ms per "b", measured with a little noise.
        RandomGenerator random = Seeds.stream(5, "demands test", 0);
        Longs.Builder starts = Longs.builder(Unit.TIME);
        Longs.Builder durations = Longs.builder(Unit.DURATION);
        Texts.Builder labels = Texts.builder();
        int seconds = 300;
        long[] times = new long[seconds];
        double[] busy = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            int a = 20 + random.nextInt(60);
            int b = 5 + random.nextInt(30);
            for (int i = 0; i < a + b; i++) {
                starts.add(START + s * 1_000 * MILLI + i * 5 * MILLI);
                durations.add(MILLI);
                labels.add(i < a ? "a" : "b");
            }
            times[s] = START + s * 1_000 * MILLI + 500 * MILLI;
            busy[s] = 0.02 * a + 0.05 * b + 0.05 * random.nextGaussian();
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        columns.put(Requests.LABEL, labels.build());
        Requests requests = new Requests(origin(), Table.of(columns), Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 1));
        Metrics metrics = new Metrics(origin(), List.of(new Metrics.Series("busy", Map.of(), Longs.of(Unit.TIME, times), Doubles.of(Unit.COUNT, busy))));
        DemandResult found = ((Outcome.Answer<DemandResult>) DemandAnalysis.DEMANDS.run(Inputs.of(requests, metrics), Map.of("busy", "busy", "window", "1s"), Work.NONE).outcome()).result();
        assertEquals(List.of("a", "b"), found.classes().stream().map(DemandResult.Demand::label).toList());
        assertEquals(0.02, found.classes().get(0).seconds(), 0.001);
        assertEquals(0.05, found.classes().get(1).seconds(), 0.002);
        assertTrue(found.classes().get(1).low() < 0.05 && found.classes().get(1).high() > 0.05);
        assertTrue(found.explained() > 0.95 && found.classes().getFirst().inflation() < 2 && found.warnings().isEmpty(), found.toString());
    }

    @Test
    void classesThatMoveTogetherAreNotToldApart() {
        double[][] x = new double[50][2];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = new double[] {i + 1, 2 * (i + 1)};
            y[i] = i;
        }
        assertTrue(Double.isNaN(NonNegative.fit(x, y)[0]));
        // A coefficient that would be negative leaves: y = 3 x1 − small x2.
        double[][] two = {{1, 0}, {0, 1}, {1, 1}};
        double[] found = NonNegative.fit(two, new double[] {3, -1, 2.5});
        assertEquals(0, found[1]);
        assertEquals(2.75, found[0], 1e-12);
    }
}
