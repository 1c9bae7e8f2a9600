package org.tailwright.statistics.omission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

class OmissionTest {
    private static final long MS = 1_000_000;
    private static final Omission.Asked NOTHING = new Omission.Asked(0, 0);

    /// Two connections that send every 100 ms and every 200 ms, each answer 10 ms, one stall of 2 s on the first.
    private static Requests paced(Meaning.Duration duration) {
        List<long[]> rows = new ArrayList<>();
        for (int connection = 0; connection < 2; connection++) {
            long interval = (connection + 1) * 100 * MS;
            long free = 0;
            for (int i = 0; i < 400; i++) {
                long start = Math.max(free, i * interval);
                long took = connection == 0 && i == 200 ? 2000 * MS : 10 * MS;
                rows.add(new long[] {start, took, connection});
                free = start + took;
            }
        }
        return requests(rows, duration);
    }

    private static Requests requests(List<long[]> rows, Meaning.Duration duration) {
        Texts.Builder threads = Texts.builder();
        rows.forEach(each -> threads.add("c" + each[2]));
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, rows.stream().mapToLong(each -> each[0]).toArray()));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, rows.stream().mapToLong(each -> each[1]).toArray()));
        columns.put(Requests.THREAD, threads.build());
        Table table = Table.of(columns);
        return new Requests(new Origin("x", Path.of("x"), "test", Trust.clean(rows.size())), table, Meaning.of(duration, Meaning.Stamp.START, 0));
    }

    private static OmissionResult of(Requests requests, Omission.Asked asked) {
        return Omission.of(requests, Sample.of(requests, Work.NONE), asked, List.of(), Work.NONE);
    }

    @Test
    void aPacedConnectionIsRecognisedAndCorrectedByItsOwnInterval() {
        OmissionResult found = of(paced(Meaning.Duration.SERVICE_TIME), NOTHING);
        Pace pace = found.pace().orElseThrow();
        assertThat(pace.kind()).isEqualTo(Pace.Kind.PACED);
        OmissionResult.Corrected corrected = found.corrected().orElseThrow();
        // 2 s held up 19 requests of the connection that meant to send every 100 ms: 1.9 s, 1.8 s, … 0.1 s.
        assertThat(corrected.n()).isEqualTo(800 + 19);
        assertThat(found.finding(new Breach(0.99, 1, 300 * MS, false, true, 1)).text()).contains("they did");
        assertThat(found.finding(new Breach(0.99, 1, 50 * MS, false, true, 1)).tone()).isEqualTo(Block.Tone.WATCH);
        assertThat(corrected.values()[2]).isGreaterThan(found.measured().percentiles().get(2).value());
    }

    @Test
    void oneConnection() {
        Requests both = paced(Meaning.Duration.SERVICE_TIME);
        Requests first = both.select(Rows.where(both.table().rows(), row -> row < 400));
        OmissionResult found = of(first, NOTHING);
        assertThat(found.pace().orElseThrow().kind()).isEqualTo(Pace.Kind.PACED);
        assertThat(found.pace().orElseThrow().intervalNanos()).isEqualTo(100 * MS);
        assertThat(found.corrected().orElseThrow().n()).isEqualTo(400 + 19);
    }

    @Test
    void aClosedLoopHasNoIntendedInterval() {
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(new long[] {i * 10 * MS, 10 * MS, 0});
        }
        OmissionResult found = of(requests(rows, Meaning.Duration.SERVICE_TIME), NOTHING);
        assertThat(found.pace().orElseThrow().kind()).isEqualTo(Pace.Kind.CLOSED);
        assertThat(found.corrected()).isEmpty();
        assertThat(found.why()).contains("open load is unknown");
    }

    @Test
    void neverCorrectedTwice() {
        for (Meaning.Duration duration : List.of(Meaning.Duration.CORRECTED, Meaning.Duration.RESPONSE_FROM_INTENDED, Meaning.Duration.RESIDENCE_TIME)) {
            OmissionResult found = of(paced(duration), new Omission.Asked(100 * MS, 0));
            assertThat(found.corrected()).as(duration.words()).isEmpty();
            assertThat(found.why()).isNotEmpty();
        }
        assertThat(of(paced(Meaning.Duration.CORRECTED), NOTHING).why()).contains("twice");
        assertThat(of(paced(Meaning.Duration.UNKNOWN), NOTHING).corrected()).isEmpty();
        assertThat(of(paced(Meaning.Duration.UNKNOWN), new Omission.Asked(100 * MS, 0)).corrected()).isPresent();
    }

    @Test
    void anIntervalUnderTheTypicalDurationIsRefused() {
        OmissionResult found = of(paced(Meaning.Duration.SERVICE_TIME), new Omission.Asked(5 * MS, 0));
        assertThat(found.corrected()).isEmpty();
        assertThat(found.why()).contains("typical duration");
    }

    @Test
    void theBreachIsAtTheLongestIntervalThatReachesTheLimit() {
        Counted counted = Counted.of(java.util.stream.LongStream.concat(java.util.stream.LongStream.generate(() -> 10).limit(999), java.util.stream.LongStream.of(5000)).toArray());
        Breach breach = Breach.of(counted, 0.99, 1000, 10, true);
        assertThat(counted.quantile(0.99, breach.intervalNanos())).isGreaterThanOrEqualTo(1000);
        assertThat(counted.quantile(0.99, breach.intervalNanos() + Math.max(5, breach.intervalNanos() / 100))).isLessThan(1000);
        assertThat(breach.words()).contains("if each connection meant to send more often than every");
        assertThat(Breach.of(counted, 0.99, 5, 10, true).measured()).isTrue();
        assertThat(Breach.of(counted, 0.5, 4000, 10, true).intervalNanos()).isZero();
    }
}
