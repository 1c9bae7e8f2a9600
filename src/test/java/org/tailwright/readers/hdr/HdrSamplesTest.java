package org.tailwright.readers.hdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Histograms;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

/// Real logs and listings against the facts that are known of them, and the forms that they do not show.
class HdrSamplesTest {
    private static final String PAYLOAD = "HISTFAAAAEV42pNpmSzMwMCgyAABTBDKT4GBgdnNYMcCBvsPEBEJISEuATEZMQ4uASkhIR4nrxg9v2lMaxhvMekILGZkKmcCAEf2CsI=";

    @TempDir
    private Path folder;

    /// Intervals, start of the first and of the last in nanoseconds, largest printed maximum in milliseconds (YCSB: seconds of microseconds).
    @ParameterizedTest
    @CsvSource({"jHiccup-2.0.1.logV0.hlog,81,1438869961341,1438870042348,1568.67", "jHiccup-2.0.6.logV1.hlog,88,1438867590418,1438867678421,1895.825",
            "jHiccup-2.0.7S.logV2.hlog,62,1441812279601,1441812340605,1803.551", "jHiccup-2.0.7S.logV3.hlog,62,1441812279601,1441812340605,1803.551",
            "tagged-Log.logV2.hlog,42,1441812279601,1441812299605,1551.892", "ycsb.logV1.hlog,602,1438613579290,1438614179075,1546"})
    void agreesWithTheFacts(String file, int intervals, long firstMillis, long lastMillis, double max) throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.sample("histograms-hdr/" + file));
        assertEquals(intervals, found.rows());
        assertEquals(firstMillis, found.intervals().getFirst().span().orElseThrow().start() / 1_000_000);
        assertEquals(lastMillis, found.intervals().getLast().span().orElseThrow().start() / 1_000_000);
        double largest = found.intervals().stream().mapToDouble(each -> each.at(1).orElse(0)).max().orElseThrow() * found.nanosPerUnit() / 1e6;
        assertEquals(max, largest, 0.006 * max, "within a bucket of two digits");
        assertEquals(found.tags().size() == 1, found.disjoint());
    }

    @Test
    void listingsAgreeWithTheFacts() throws IOException, UnreadableFile {
        Histograms one = Reading.histograms(Reading.sample("histograms-hdr/percentiles-example1.hgrm"));
        assertEquals(OptionalLong.of(475_109), one.count(""));
        Reading.millis(9420.8, one, "", 1);
        Reading.millis(0.016, one, "", 0);
        assertEquals(25.048e6, one.whole("").orElseThrow().printed().orElseThrow().mean(), 1e-3);
        Histograms two = Reading.histograms(Reading.sample("histograms-hdr/percentiles-example2.hgrm"));
        assertEquals(OptionalLong.of(1_104_769), two.count(""));
        Reading.millis(1511.423, two, "", 1);
        Reading.millis(1511.423, two, "", 0.999);
    }

    @Test
    void aPercentileBetweenThePrintedOnesIsUnknown() throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, """
                       Value   Percentile   TotalCount 1/(1-Percentile)

                       1.000     0.000000            1         1.00
                       2.000     0.500000           10         2.00
                       3.000     0.750000           15         4.00
                       8.000     1.000000           20          inf
                #[Mean    =        2.500, StdDeviation   =        1.000]
                #[Max     =        8.000, Total count    =           20]
                """));
        assertEquals(OptionalDouble.of(3e6), found.whole("").orElseThrow().at(0.75));
        assertEquals(OptionalDouble.empty(), found.whole("").orElseThrow().at(0.9));
        assertEquals(5, found.whole("").orElseThrow().buckets().histogram().getCountAtValue(3_000_000));
    }

    @Test
    void timesAreRelativeOrAbsoluteAndEmptyLinesDoNotMatter() throws IOException, UnreadableFile {
        long relative = start("#[StartTime: 1441812279.474 (seconds since epoch), Wed Sep 09 08:24:39 PDT 2015]\n\n0.127,1.007,2.769," + PAYLOAD + "\n\n");
        long absolute = start("#[StartTime: 1441812279.474 (seconds since epoch), Wed Sep 09 08:24:39 PDT 2015]\n1441812279.601,1.007,2.769," + PAYLOAD + "\n");
        long based = start("#[BaseTime: 1441812279.474 (seconds since epoch)]\n#[StartTime: 1441812270.000 (seconds since epoch)]\n0.127,1.007,2.769," + PAYLOAD + "\n");
        assertEquals(1_441_812_279_601_000_000L, relative);
        assertEquals(relative, absolute);
        assertEquals(relative, based);
    }

    private long start(String body) throws IOException, UnreadableFile {
        Histograms found = Reading.histograms(Reading.of(folder, "#[Histogram log format version 1.3]\n" + body));
        assertEquals(1, found.rows());
        assertTrue(found.intervals().getFirst().buckets().histogram().getTotalCount() > 0);
        return found.span().orElseThrow().start();
    }
}
