package org.tailwright.readers.jmeterxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

/// Files of others; what they hold was counted independently.
class JmeterXmlSamplesTest {
    @ParameterizedTest
    @CsvSource({"jtl-xml-assertions.jtl,10,0,2,2011-02-23T10:30:03.722Z,226,381.9,645", "jtl-xml-constraint.xml,1010,0,3,2015-11-26T14:24:01.516Z,54,62.7,151",
            "jtl-xml-error-trace.jtl,1,1,1,2017-03-14T11:59:31.539Z,388,388.0,388", "jtl-xml-leading-whitespace.jtl,8,0,2,2011-02-04T19:13:12.004Z,58,4142.1,15902",
            "jtl-xml-ten-samples.jtl,10,0,4,2011-02-04T19:13:13.179Z,1,5.5,10"})
    void holdWhatWasCounted(String file, int rows, long errors, int labels, Instant first, long least, double mean, long most)
            throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-jmeter/" + file);
        Requests samples = Reading.requests(result, 0);
        assertEquals(rows, samples.rows());
        assertEquals(errors, samples.errors());
        Texts names = samples.labels().orElseThrow();
        assertEquals(labels, names.codes());
        long[] millis = Arrays.stream(samples.durations().toArray()).map(each -> each / 1_000_000).toArray();
        assertEquals(least, Arrays.stream(millis).min().orElseThrow());
        assertEquals(mean, Arrays.stream(millis).average().orElseThrow(), 0.05);
        assertEquals(most, Arrays.stream(millis).max().orElseThrow());
        assertEquals(first.toEpochMilli(), Arrays.stream(samples.starts().toArray()).min().orElseThrow() / 1_000_000);
        assertEquals(0, result.problems(), result.diagnostics().toString());
    }

    @Test
    void nestedSamplesAreNotCountedTwice() throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-jmeter/jtl-xml-nested-samples.jtl");
        Requests samples = Reading.requests(result, 0);
        assertEquals(2, samples.rows());
        assertEquals(2, samples.errors());
        assertEquals(18, Reading.requests(result, 1).rows());
        // The stamps mark ends: 07:57:51.105 less 224 ms.
        assertEquals(Instant.parse("2015-08-28T07:57:50.881Z").toEpochMilli() * 1_000_000, samples.starts().at(0));
    }
}
