package org.tailwright.statistics.omission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Buckets;

/// Against the worked values of HdrHistogram itself.
class OmissionReferenceTest {
    private static final long INTERVAL = 10_000;

    @Test
    void theClassicExample() throws IOException {
        long[] values = new long[10_001];
        Arrays.fill(values, 1000);
        values[10_000] = 100_000_000;
        Counted counted = Counted.of(values);
        Histogram raw = new Histogram(3_600_000_000_000L, 3);
        for (long value : values) {
            raw.recordValue(value);
        }
        int compared = 0;
        for (List<String> row : rows()) {
            Histogram ours = switch (row.get(0)) {
                case "co-classic-raw" -> Omission.expanded(counted, Long.MAX_VALUE / 4);
                case "co-classic-corrected" -> Omission.expanded(counted, INTERVAL);
                case "co-classic-post-corrected" -> Omission.expanded(Counted.of(Buckets.of(raw), 1), INTERVAL);
                default -> throw new IllegalStateException(row.toString());
            };
            double expected = Double.parseDouble(row.get(2));
            double found = quantity(ours, row.get(1));
            assertThat(found).as(row.toString()).isCloseTo(expected, within(row.get(1).matches("mean|stddev") ? expected * 1e-9 : 0));
            compared++;
        }
        assertThat(compared).isEqualTo(54);
    }

    @Test
    void countingAgreesWithMakingTheValues() {
        long[] values = {10, 20, 20, 35, 47, 90, 91, 400};
        Counted counted = Counted.of(values);
        for (long interval : new long[] {20, 25, 33, 90, 399, 1000}) {
            List<Long> all = new ArrayList<>();
            for (long value : values) {
                all.add(value);
                for (long missing = value - interval; missing >= interval; missing -= interval) {
                    all.add(missing);
                }
            }
            all.sort(null);
            assertThat(counted.total(interval)).isEqualTo(all.size());
            for (long limit : new long[] {0, 19, 20, 46, 90, 200, 399, 400}) {
                assertThat(counted.beyond(limit, interval)).as(interval + " beyond " + limit).isEqualTo(all.stream().filter(each -> each > limit).count());
            }
            for (double p : new double[] {0.1, 0.5, 0.9, 0.99, 1}) {
                assertThat(counted.quantile(p, interval)).isEqualTo(all.get((int) Math.ceil(p * all.size() * (1 - 1e-15)) - 1));
            }
        }
    }

    private static double quantity(Histogram of, String name) {
        return switch (name) {
            case "total_count" -> of.getTotalCount();
            case "min" -> of.getMinValue();
            case "max" -> of.getMaxValue();
            case "mean" -> of.getMean();
            case "stddev" -> of.getStdDeviation();
            default -> of.getValueAtPercentile(Double.parseDouble(name.substring("value_at_percentile_".length())));
        };
    }

    private static List<List<String>> rows() throws IOException {
        try (var in = Objects.requireNonNull(OmissionReferenceTest.class.getResourceAsStream("/reference/03-hdrhistogram/omission.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> List.of(line.split(","))).toList();
        }
    }
}
