package org.tailwright.readers.gatling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

/// Files of others; what the text logs hold was counted independently.
class GatlingSamplesTest {
    @ParameterizedTest
    @CsvSource({"3.3.1-simulation,100,0,80,111.2,256,0", "3.5.1-simulation,220,0,0,18.8,1031,0", "3.x-mixed-simulation,644,2,74,225.4,2118,0",
            "groups-simulation,5,1,951,1333.8,1845,6", "ko-messages-simulation,2,2,4,6.5,9,0"})
    void textLogsHoldWhatWasCounted(String file, int rows, long errors, long least, double mean, long most, int groups) throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-gatling/gatling-" + file + ".log");
        Requests requests = Reading.requests(result, 0);
        assertEquals(rows, requests.rows());
        assertEquals(errors, requests.errors());
        long[] millis = Arrays.stream(requests.durations().toArray()).map(each -> each / 1_000_000).toArray();
        assertEquals(least, Arrays.stream(millis).min().orElseThrow());
        assertEquals(mean, Arrays.stream(millis).average().orElseThrow(), 0.051);
        assertEquals(most, Arrays.stream(millis).max().orElseThrow());
        assertEquals(groups, result.datasets().size() > 1 ? result.datasets().get(1).rows() : 0);
        assertEquals(0, result.skipped(), result.diagnostics().toString());
    }

    @ParameterizedTest
    @CsvSource({"3.12.1-binary,3.12.1,105,1,87,13492,368", "3.14.3-binary,3.14.3,39,0,51,9126,494"})
    void binaryLogsAreReadToTheirLastByte(String file, String version, int rows, long errors, long least, long sum, long most) throws IOException, UnreadableFile {
        ReadResult result = Reading.sample("loadtest-gatling/gatling-" + file + "-simulation.log");
        assertEquals(0, result.problems(), result.diagnostics().toString());
        Requests requests = Reading.requests(result, 0);
        assertEquals(rows, requests.rows());
        assertEquals(errors, requests.errors());
        long[] millis = Arrays.stream(requests.durations().toArray()).map(each -> each / 1_000_000).toArray();
        assertEquals(least, Arrays.stream(millis).min().orElseThrow());
        assertEquals(sum, Arrays.stream(millis).sum());
        assertEquals(most, Arrays.stream(millis).max().orElseThrow());
        assertEquals("Gatling binary simulation log " + version, result.datasets().getFirst().origin().format());
    }
}
