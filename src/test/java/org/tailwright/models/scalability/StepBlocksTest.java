package org.tailwright.models.scalability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class StepBlocksTest {
    private static final Usl TRUTH = new Usl(0.04, 0.0006, 50);
    private static final double[] LOADS = {1, 4, 8, 16, 24, 32, 48, 64};
    private static final double BLOCK = 1e9;
    private static final StepQuantile NONE = new StepQuantile(0, 0, 0, 0);

    /// A step of 16 s: one completion in each second, two in the last four; residence 100 ms.
    @Test
    void blocksCountWhatEndsInThem() {
        long[] ends = new long[20];
        for (int i = 0; i < 20; i++) {
            ends[i] = (i < 12 ? i : 12 + (i - 12) / 2) * 1_000_000_000L + 500_000_000L;
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, Arrays.stream(ends).map(each -> each - 100_000_000L).toArray()));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, Arrays.stream(ends).map(_ -> 100_000_000L).toArray()));
        Requests requests = new Requests(new Origin("x", Path.of("x"), "test", Trust.clean(20)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
        LoadStep step = new LoadStep(new TimeSpan(0, 16_000_000_000L), 0.125, 20 / 16.0, new LoadStep.Latency(20, 1e8, NONE, NONE), 0,
                new LoadStep.Place(1, NONE));
        StepBlocks blocks = StepBlocks.of(requests, new LoadSteps(List.of(step), false, "", 0));
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2}, blocks.good()[0]);
        // s² = (12·(1/4)² + 4·(3/4)²)/15 = 0.2; √(0.2/16) = 0.1118 a block of 1 s
        assertEquals(Math.sqrt(0.2 / 16), blocks.errors()[0], 1e-12);
        assertEquals(15, blocks.freedom());
        // around 1.25: 11 products of (¼)², one of −3/16, three of (¾)², over a sum of squares of 3
        assertEquals((11 / 16.0 - 3 / 16.0 + 3 * 9 / 16.0) / 3, blocks.likeness(), 1e-12);
    }

    /// A point that counts twice is a point measured twice.
    @Test
    void aWeightOfTwoIsAPointTwice() {
        double[] rates = Arrays.stream(LOADS).map(load -> TRUTH.throughput(load) * (1 + 0.03 * Math.sin(load))).toArray();
        double[] errors = new double[LOADS.length];
        Arrays.fill(errors, 7);
        errors[3] = 7 / Math.sqrt(2);
        Usl weighted = UslFits.weighted(UslFits.fit(UslForm.USL3, new Measured(LOADS, rates)), errors);
        int n = LOADS.length;
        double[] loads = Arrays.copyOf(LOADS, n + 1);
        double[] twice = Arrays.copyOf(rates, n + 1);
        loads[n] = LOADS[3];
        twice[n] = rates[3];
        Usl repeated = UslFits.fit(UslForm.USL3, new Measured(loads, twice)).law();
        assertEquals(repeated.alpha(), weighted.alpha(), 1e-8 * repeated.alpha());
        assertEquals(repeated.beta(), weighted.beta(), 1e-8 * repeated.beta());
        assertEquals(repeated.gamma(), weighted.gamma(), 1e-8 * repeated.gamma());
    }

    /// Steps whose blocks scatter independently, 5 % of the mean in each: nominal 95 % intervals of α and β cover at least 92 %.
    @Test
    void intervalsFromBlocksCover() {
        int trials = 200;
        int alpha = 0;
        int beta = 0;
        for (int trial = 0; trial < trials; trial++) {
            StepBlocks blocks = blocks(Seeds.stream(5, "blocks", trial), true);
            UslBootstrap drawn = UslBootstrap.of(UslFits.fit(UslForm.USL3, measured(blocks)), blocks, 200, false, trial, Work.NONE);
            alpha += holds(drawn.coefficient(Usl::alpha), TRUTH.alpha());
            beta += holds(drawn.coefficient(Usl::beta), TRUTH.beta());
        }
        assertTrue(alpha >= 0.92 * trials && beta >= 0.92 * trials, alpha + " and " + beta + " of " + trials);
    }

    /// Where the law holds, the test against the steps' own scatter is wrong about as often as it says; where it does not, it says so.
    @Test
    void missesOfTheLawAreSeenAgainstTheStepsOwnScatter() {
        int trials = 200;
        int wrong = 0;
        for (int trial = 0; trial < trials; trial++) {
            StepBlocks blocks = blocks(Seeds.stream(6, "fits", trial), true);
            wrong += LackOfFit.of(UslFits.fit(UslForm.USL3, measured(blocks)), blocks).orElseThrow().p() < 0.05 ? 1 : 0;
        }
        assertTrue(wrong <= 0.09 * trials, wrong + " of " + trials);
        StepBlocks bent = blocks(Seeds.stream(7, "bent", 0), false);
        assertTrue(LackOfFit.of(UslFits.fit(UslForm.USL3, measured(bent)), bent).orElseThrow().p() < 1e-6);
    }

    /// A computed load carries the error of its throughput: both are drawn together.
    @Test
    void computedLoadsAreDrawnWithTheirThroughput() {
        StepBlocks counted = blocks(Seeds.stream(8, "loads", 0), true);
        Measured points = measured(counted);
        assertArrayEquals(points.loads(), counted.drawn(points, Seeds.stream(1, "draw", 0)).loads());
        StepBlocks computed = new StepBlocks(counted.good(), counted.completed(), counted.residences(), counted.blockNanos(), false, 0);
        Measured drawn = computed.drawn(points, Seeds.stream(1, "draw", 0));
        for (int i = 0; i < LOADS.length; i++) {
            double residence = points.loads()[i] / points.throughputs()[i];
            assertEquals(drawn.throughputs()[i] * residence, drawn.loads()[i], 1e-9 * drawn.loads()[i], "every request stays as long as the others here");
        }
    }

    private static StepBlocks blocks(RandomGenerator random, boolean lawful) {
        int n = LOADS.length;
        double[][] good = new double[n][StepBlocks.BLOCKS];
        double[][] residences = new double[n][StepBlocks.BLOCKS];
        double[] lengths = new double[n];
        Arrays.fill(lengths, BLOCK);
        for (int i = 0; i < n; i++) {
            double mean = TRUTH.throughput(LOADS[i]) * (lawful || i != 4 ? 1 : 0.7);
            for (int k = 0; k < StepBlocks.BLOCKS; k++) {
                good[i][k] = mean * (1 + 0.05 * random.nextGaussian());
            }
            double rate = Arrays.stream(good[i]).average().orElseThrow();
            for (int k = 0; k < StepBlocks.BLOCKS; k++) {
                residences[i][k] = good[i][k] * LOADS[i] / rate * 1e9;
            }
        }
        return new StepBlocks(good, good, residences, lengths, true, 0);
    }

    private static Measured measured(StepBlocks blocks) {
        return new Measured(LOADS, Arrays.stream(blocks.good()).mapToDouble(each -> Arrays.stream(each).average().orElseThrow()).toArray());
    }

    private static int holds(double[] ends, double value) {
        return ends[0] <= value && value <= ends[1] ? 1 : 0;
    }
}
