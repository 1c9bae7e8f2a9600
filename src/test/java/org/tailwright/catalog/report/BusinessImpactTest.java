package org.tailwright.catalog.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Objective;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class BusinessImpactTest {
    private static final long SECOND = 1_000_000_000;

    /// Ten minutes of 100 requests a second around 40 ms; for some seconds around 600 ms.
    private static Requests run(int seconds, int slow, double usual) {
        RandomGenerator random = Seeds.stream(3, "impact", slow);
        int n = seconds * 100;
        long[] starts = new long[n];
        long[] durations = new long[n];
        for (int i = 0; i < n; i++) {
            starts[i] = i * (SECOND / 100);
            boolean inside = i >= 100 * 200 && i < 100 * (200 + slow);
            durations[i] = Math.round((inside ? 600e6 : usual) * (0.8 + 0.4 * random.nextDouble()));
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        return new Requests(new Origin("r", Path.of("r"), "generated", Trust.clean(n)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    /// A stretch of 15 s breaches the whole run's p99, yet nobody but those who came in it met the breach.
    @ParameterizedTest
    @CsvSource({"600, 15, 40e6, 15, its incidents: without them", "600, 0, 400e6, 600, the whole run", "600, 0, 40e6, 0, every objective holds", "1, 0, 40e6, NaN, the verdicts do not tell"})
    void theBreachedTimeIsThatOfTheBreach(int seconds, int slow, double usual, double breached, String rule) {
        Requests run = run(seconds, slow, usual);
        Material material = new Material(List.of(run), List.of(), Optional.of(new Business(OptionalDouble.of(3600), "", OptionalDouble.empty())));
        Inputs inputs = new Inputs(List.of(run), Selection.ALL, List.of(Objective.parse("p99<250ms")), 42, java.time.ZoneOffset.UTC);
        Block.Table table = new BusinessImpact().contribute(material, inputs, Work.NONE).sections().getFirst().blocks().stream()
                .filter(Block.Table.class::isInstance).map(Block.Table.class::cast).findFirst().orElseThrow();
        assertEquals(breached / 3600, table.rows().getFirst().get(2).value(), 1.5 / 3600);
        assertTrue(table.rows().getFirst().get(3).text().startsWith(rule), table.rows().toString());
        if (!Double.isNaN(breached)) {
            assertEquals(breached, table.rows().get(1).get(2).value(), 1.5);
        }
    }
}
