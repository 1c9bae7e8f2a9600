package org.tailwright.statistics.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.NumberRange;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

class InsideTest {
    private static InsideResult found(Selection selection, Map<String, String> typed, Dataset... datasets) {
        return switch (Inside.ANALYSIS.run(Inputs.of(datasets).with(selection), typed, Work.NONE).outcome()) {
            case Outcome.Answer<InsideResult> answer -> answer.result();
            case Outcome.NotApplicable<InsideResult> not -> fail(not.why());
        };
    }

    private static Selection slowest(Requests requests, double share) {
        long[] durations = requests.durations().toArray();
        Arrays.sort(durations);
        return Selection.ALL.banded(Optional.of(new Selection.Band(durations[(int) (durations.length * (1 - share))], Long.MAX_VALUE)));
    }

    private static Optional<TimeSpan> seconds(int from, int to) {
        return Optional.of(new TimeSpan(Runs.NOON + from * Runs.SECOND, Runs.NOON + to * Runs.SECOND));
    }

    @Test
    void findsTheHostThatIsSlow() {
        Requests run = new Runs(20_000, 0.9, 1).requests((_, host, _) -> host == 3 ? 3 : 1);
        InsideResult result = found(slowest(run, 0.02), Map.of(), run);
        Finding first = result.findings().getFirst();
        assertEquals("host = h3", first.subject().words());
        assertEquals(400, result.inside());
        assertTrue(first.sides().inside() > 0.6 && first.sides().outside() < 0.125, first.toString());
        assertEquals(first.sides().inside() / (2500.0 / 20_000), first.strength().lift(), 0.5);
        assertTrue(first.strength().q() < 1e-6, first.toString());
        assertTrue(result.findings().stream().allMatch(each -> each.subject().column().equals("host")), result.findings().toString());
    }

    /// Answers above the 90 % quantile of their size are slow: the class of the largest is found, with the counts that one gets by hand, and filters itself.
    @Test
    void findsThatLargeAnswersAreSlow() {
        Requests run = new Runs(20_000, 0.5, 11).requests(Runs.NONE);
        long[] bytes = run.table().longs("bytes").orElseThrow().toArray();
        long[] sorted = bytes.clone();
        Arrays.sort(sorted);
        long large = sorted[18_000];
        long[] durations = run.durations().toArray();
        for (int row = 0; row < durations.length; row++) {
            durations[row] *= bytes[row] >= large ? 4 : 1;
        }
        Requests slow = new Requests(run.origin(), run.table().with(Requests.DURATION, Longs.of(Unit.DURATION, durations)), run.meaning());
        Selection selection = slowest(slow, 0.05);
        Finding first = found(selection, Map.of(), slow).findings().getFirst();
        assertEquals("bytes", first.subject().column());
        NumberRange range = NumberRange.parse(first.subject().value()).orElseThrow();
        assertEquals(large, range.low(), 0.05 * large, "the 90 % quantile, rounded to two digits");
        assertEquals(Double.POSITIVE_INFINITY, range.beyond());
        long within = Arrays.stream(bytes).filter(range::contains).count();
        Rows kept = selection.toggled(first.filter().orElseThrow()).rows(slow);
        int[] rows = IntStream.range(0, kept.size()).map(kept::at).toArray();
        assertTrue(Arrays.stream(rows).allMatch(row -> range.contains(bytes[row])));
        assertEquals(rows.length, first.sides().support());
        assertEquals(rows.length / 1000.0 / (within / 20_000.0), first.strength().lift(), 1e-9);
    }

    @Test
    void findsACauseThatLastsForSixSecondsOnly() {
        Requests run = new Runs(20_000, 0.5, 2).requests((second, host, _) -> host == 5 && second >= 200 && second < 206 ? 8 : 1);
        List<Finding> findings = found(slowest(run, 0.002), Map.of(), run).findings();
        assertEquals("host = h5", findings.getFirst().subject().words());
    }

    @Test
    void findsWhatIsMoreFrequentInAWindow() {
        Runs runs = new Runs(20_000, 0.5, 3);
        Requests run = runs.requests(Runs.NONE);
        java.util.BitSet old = new java.util.BitSet();
        for (int row = 0; row < 20_000; row++) {
            old.set(row, row < 10_000 || row > 13_000);
        }
        Requests deployed = new Requests(run.origin(), run.table().with("old version", org.tailwright.data.Flags.of(old, 20_000)), run.meaning());
        InsideResult result = found(Selection.ALL.within(seconds(200, 260)), Map.of(), deployed, runs.metrics(200, 260, 4));
        assertEquals(List.of("old version = false", "queue length"), result.findings().stream().map(each -> each.subject().words()).sorted().toList());
    }

    @Test
    void joinsMetricsWhenTheSlowRequestsCrowd() {
        Runs runs = new Runs(20_000, 0.5, 4);
        Requests run = runs.requests((second, _, _) -> second >= 100 && second < 130 ? 6 : 1);
        List<Finding> findings = found(slowest(run, 0.02), Map.of(), run, runs.metrics(100, 130, 3)).findings();
        assertEquals(List.of("queue length"), findings.stream().map(each -> each.subject().words()).toList());
        assertEquals(3, findings.getFirst().strength().lift(), 0.8);
    }

    /// Labels have their own latencies; the baseline takes that away.
    @Test
    void comparesWithANamedBaseline() {
        Requests run = new Runs(20_000, 0.5, 5).requests((_, host, label) -> (label.equals("POST /pay") ? 5 : 1) * (host == 1 ? 2 : 1));
        Selection slow = slowest(run, 0.02);
        assertEquals("label = POST /pay", found(slow, Map.of(), run).findings().getFirst().subject().words());
        InsideResult other = found(slow, Map.of("against", "--where 'label=POST /pay'"), run);
        assertEquals(List.of("host = h1"), other.findings().stream().map(each -> each.subject().words()).toList());
        assertEquals("--where 'label=POST /pay'", other.against());
    }

    @Test
    void filtersAloneAreComparedWithTheRest() {
        Requests run = new Runs(20_000, 0, 6).requests(Runs.NONE);
        Selection host = Selection.ALL.toggled(new Selection.Filter("host", "h2"));
        InsideResult result = found(host, Map.of(), run);
        assertEquals(20_000, result.inside() + result.outside());
        assertEquals(List.of(), result.findings());
    }

    /// Nothing goes with these selections: in at most the stated share of runs anything may be found.
    @ParameterizedTest
    @CsvSource({"0, band", "0.9, band", "0.99, band", "0, window", "0.9, window", "0.99, window", "0.9, box"})
    void calmRunsShowNothing(double rho, String kind) {
        int runs = 80;
        List<String> alarms = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Runs calm = new Runs(8_000, rho, 1_000 + run);
            Requests requests = calm.requests(Runs.NONE);
            Selection band = slowest(requests, kind.equals("box") ? 0.2 : 0.02);
            Selection selection = kind.equals("band") ? band : (kind.equals("box") ? band : Selection.ALL).within(seconds(150, 200));
            InsideResult result = found(selection, Map.of(), requests, calm.metrics(0, 0, 1));
            if (!result.findings().isEmpty()) {
                alarms.add(result.findings().getFirst().toString());
            }
        }
        // Five in a hundred of 80 runs, and two standard deviations.
        assertTrue(alarms.size() <= 8, alarms.size() + " of " + runs + " calm runs: " + String.join("\n", alarms));
    }

    @Test
    void identifiersAndFilteredColumnsAreLeftOut() {
        Requests run = new Runs(4_000, 0, 7).requests((_, host, _) -> host == 0 ? 4 : 1);
        Selection slow = slowest(run, 0.05).toggled(new Selection.Filter("host", "h0"));
        InsideResult result = found(slow, Map.of(), run);
        assertFalse(result.findings().stream().anyMatch(each -> List.of("host", "id").contains(each.subject().column())));
        assertEquals("the rest under the same filters", result.against());
    }
}
