package org.tailwright.statistics.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Chart;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class DefinitionTest {
    private static final long[] TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    /// Values by hand from Hyndman and Fan's table of (m, γ).
    @Test
    void quarterOfTen() {
        double[] expected = {3, 3, 2, 2.5, 3, 2.75, 3.25, 2 + 11.0 / 12, 2.9375};
        for (int i = 0; i < expected.length; i++) {
            assertThat(Definition.values()[i].quantile(TEN, 0.25)).as(Definition.values()[i].title()).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void medianOfTenAndWholeSteps() {
        double[] expected = {5, 5.5, 5, 5, 5.5, 5.5, 5.5, 5.5, 5.5};
        for (int i = 0; i < expected.length; i++) {
            assertThat(Definition.values()[i].quantile(TEN, 0.5)).as(Definition.values()[i].title()).isCloseTo(expected[i], within(1e-12));
        }
        assertThat(Definition.R3.quantile(TEN, 0.35)).isEqualTo(4);
        assertThat(Definition.R2.quantile(TEN, 0.3)).isEqualTo(3.5);
    }

    @Test
    void hdrIsWhatHdrHistogramSays() {
        var random = Seeds.stream(3, "hdr", 0);
        long[] values = LongStream.range(0, 5000).map(_ -> (long) Math.exp(15 + random.nextGaussian())).sorted().toArray();
        Histogram histogram = new Histogram(3);
        for (long value : values) {
            histogram.recordValue(value);
        }
        for (double p : new double[] {0.1, 0.5, 0.9, 0.99, 0.999}) {
            assertThat(Definition.HDR.quantile(values, p)).isEqualTo(Math.min(values[values.length - 1], histogram.getValueAtPercentile(100 * p)));
        }
    }

    @Test
    void binsHoldEveryRequestAndFollowTheClock() {
        var random = Seeds.stream(3, "bins", 0);
        long[] values = LongStream.range(0, 20_000).map(_ -> Math.round(Math.exp(2 + 0.6 * random.nextGaussian())) * 1_000_000).toArray();
        Sample sample = Sample.of(values, 1_000_000, Work.NONE);
        for (Shape.Spacing spacing : Shape.Spacing.values()) {
            Binned bins = Binned.of(sample, spacing);
            assertThat(java.util.Arrays.stream(bins.counts()).sum() + bins.beyond()).isCloseTo(20_000, within(1e-6));
            for (int i = 1; i < bins.edges().length; i++) {
                assertThat(bins.edges()[i] - bins.edges()[i - 1]).isGreaterThanOrEqualTo(1_000_000 - 1e-3);
            }
        }
    }

    @Test
    void theBandOfTheShareIsThatOfThePercentileSeenFromTheSide() {
        var random = Seeds.stream(3, "band", 0);
        long[] values = LongStream.range(0, 20_000).map(_ -> (long) Math.exp(15 + random.nextGaussian())).toArray();
        Sample sample = Sample.of(values, 0, Work.NONE);
        Chart chart = ShapeCharts.exceedance(Curve.of(sample).withBand(sample, Work.NONE), Shape.Spacing.LOG, java.util.Optional.empty());
        Layer.Band band = (Layer.Band) chart.layers().stream().filter(Layer.Band.class::isInstance).findFirst().orElseThrow();
        int seen = 0;
        for (int i = 0; i < band.xs().length; i++) {
            if (!Double.isNaN(band.lows()[i])) {
                seen++;
                double share = sample.beyond((long) band.xs()[i]);
                assertThat(share).isBetween(band.lows()[i] - 1e-3, band.highs()[i] + 1e-3);
            }
        }
        assertThat(seen).isGreaterThan(50);
    }
}
