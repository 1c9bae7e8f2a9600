package org.tailwright.statistics.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class ModesTest {
    private static final double MS = 1e6;
    private static final int SEEDS = 12;

    private static Map<String, ToDoubleFunction<RandomGenerator>> unimodal() {
        Map<String, ToDoubleFunction<RandomGenerator>> laws = new LinkedHashMap<>();
        laws.put("log-normal", random -> 20 * MS * Math.exp(0.5 * random.nextGaussian()));
        laws.put("wide log-normal", random -> 20 * MS * Math.exp(1.5 * random.nextGaussian()));
        laws.put("normal", random -> Math.max(MS, 100 * MS + 10 * MS * random.nextGaussian()));
        laws.put("exponential", random -> 10 * MS * random.nextExponential());
        laws.put("uniform", random -> MS + 100 * MS * random.nextDouble());
        laws.put("Pareto", random -> 5 * MS * Math.pow(random.nextDouble(), -1 / 1.5));
        laws.put("heavy Pareto", random -> 5 * MS * Math.pow(random.nextDouble(), -1 / 0.8));
        laws.put("log-normal with a Pareto tail", random -> 20 * MS * Math.exp(0.3 * random.nextGaussian())
                * (random.nextDouble() < 0.05 ? Math.pow(random.nextDouble(), -1 / 1.2) : 1));
        return laws;
    }

    private static long[] draw(ToDoubleFunction<RandomGenerator> law, int n, long number) {
        RandomGenerator random = Seeds.stream(5, "modes test", number);
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = Math.max(0, Math.round(Math.min(1e13, law.applyAsDouble(random))));
        }
        return values;
    }

    private static long[] rounded(long[] values, long step) {
        long[] rounded = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Math.round((double) values[i] / step) * step;
        }
        return rounded;
    }

    private static long[] twoDigits(long[] values) {
        long[] rounded = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            long unit = (long) Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, values[i]))) - 1));
            rounded[i] = Math.round((double) values[i] / unit) * unit;
        }
        return rounded;
    }

    @Test
    void noFalseModes() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (var law : unimodal().entrySet()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                int n = seed % 3 == 0 ? 500 : seed % 3 == 1 ? 4000 : 30_000;
                long[] raw = draw(law.getValue(), n, seed);
                Map<String, Sample> samples = Map.of("raw", Sample.of(raw, 0, Work.NONE), "1 ms", Sample.of(rounded(raw, 1_000_000), 1_000_000, Work.NONE),
                        "1 ms, not told", Sample.of(rounded(raw, 1_000_000), 0, Work.NONE), "10 ms", Sample.of(rounded(raw, 10_000_000), 10_000_000, Work.NONE),
                        "two digits", Sample.of(twoDigits(raw), 0, Work.NONE));
                for (var each : samples.entrySet()) {
                    asked++;
                    List<Mode> found = Modes.of(each.getValue(), 42, Work.NONE);
                    if (found.size() > 1) {
                        wrong.add(law.getKey() + ", " + each.getKey() + ", n " + n + ": " + found.stream().map(Mode::name).toList());
                    }
                }
            }
        }
        assertThat(asked).isEqualTo(8 * SEEDS * 5);
        assertThat(wrong).isEmpty();
    }

    @Test
    void slowWanderingIsNoMode() {
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = Seeds.stream(6, "wandering", seed);
            long[] values = new long[20_000];
            double state = 0;
            for (int i = 0; i < values.length; i++) {
                state = 0.9 * state + Math.sqrt(1 - 0.81) * random.nextGaussian();
                values[i] = Math.round(20 * MS * Math.exp(0.5 * state));
            }
            assertThat(Modes.of(Sample.of(values, 0, Work.NONE), 42, Work.NONE)).hasSize(1);
        }
    }

    @Test
    void realModesAreFoundWithTheirRangeAndShare() {
        long[] values = draw(random -> random.nextDouble() < 0.9 ? 10 * MS * Math.exp(0.3 * random.nextGaussian()) : 200 * MS * Math.exp(0.3 * random.nextGaussian()), 20_000, 1);
        for (long step : new long[] {1, 1_000_000}) {
            List<Mode> modes = Modes.of(Sample.of(rounded(values, step), step == 1 ? 0 : step, Work.NONE), 42, Work.NONE);
            assertThat(modes).hasSize(2);
            assertThat(modes.getFirst().share()).isCloseTo(0.9, within(0.01));
            assertThat(modes.getFirst().peak()).isCloseTo(10 * MS, within(1.5 * MS));
            assertThat(modes.get(1).peak()).isCloseTo(200 * MS, within(25 * MS));
            assertThat((double) modes.get(1).lowest()).isBetween(20 * MS, 120 * MS);
        }
    }

    @Test
    void aModeOfTwoInAHundredIsFoundAndOneOfOneInAThousandIsNot() {
        for (double share : new double[] {0.02, 0.001}) {
            long[] values = draw(random -> random.nextDouble() >= share ? 10 * MS * Math.exp(0.3 * random.nextGaussian()) : 400 * MS * Math.exp(0.1 * random.nextGaussian()), 40_000, 2);
            assertThat(Modes.of(Sample.of(values, 0, Work.NONE), 42, Work.NONE)).hasSize(share > 0.01 ? 2 : 1);
        }
    }

    @Test
    void twoConstantsAreTwoModes() {
        long[] values = draw(random -> random.nextDouble() < 0.5 ? 10 * MS : 100 * MS, 2000, 3);
        assertThat(Modes.of(Sample.of(values, 1_000_000, Work.NONE), 42, Work.NONE)).hasSize(2);
        assertThat(Modes.of(Sample.of(new long[500], 1_000_000, Work.NONE), 42, Work.NONE)).hasSize(1);
    }

    @Test
    void theDipByHand() {
        assertThat(Dip.of(new double[] {1, 2, 3, 4, 5}, 0, 5)).isCloseTo(0.1, within(1e-12));
        double[] two = new double[200];
        for (int i = 0; i < 200; i++) {
            two[i] = (i < 100 ? 0 : 1000) + (i % 100) * 1e-6;
        }
        // Two far clusters of equal size: half of the mass of one has to be moved.
        assertThat(Dip.of(two, 0, 200)).isCloseTo(0.25, within(0.01));
    }
}
