package org.tailwright.readers.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.histograms;
import static org.tailwright.readers.series.MetricFiles.read;
import static org.tailwright.readers.series.MetricFiles.rows;
import static org.tailwright.readers.series.MetricFiles.sample;
import static org.tailwright.readers.series.MetricFiles.series;
import static org.tailwright.readers.series.MetricFiles.times;
import static org.tailwright.readers.series.MetricFiles.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Metrics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class PrometheusQueryTest {
    private static final String MATRIX = """
            {"status":"success","data":{"resultType":"matrix","result":[
             {"metric":{"__name__":"up","job":"api"},"values":[[1700000000.5,"1"],[1700000015.5,"NaN"],[1700000030.5,"0"]]},
             {"values":[[1700000000,"2.5"]],"metric":{"job":"db"}}]},"warnings":["slow"]}
            """;

    @TempDir
    Path folder;

    @Test
    void aMatrixHasSeriesWithExactTimes() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "answer", MATRIX);
        assertEquals(4, rows(result));
        Metrics.Series up = series(result, "up");
        assertEquals(Map.of("job", "api"), up.labels());
        assertEquals(List.of(1.0, Double.NaN, 0.0), values(up));
        assertEquals(List.of("2023-11-14T22:13:20.500Z", "2023-11-14T22:13:35.500Z", "2023-11-14T22:13:50.500Z"), times(up));
        assertEquals(List.of(2.5), values(series(result, "result", "job=db")));
        assertEquals("the server remarks: slow", result.diagnostics().getFirst().message());
    }

    @Test
    void vectorsScalarsAndExportLinesAreRead() throws IOException, UnreadableFile {
        ReadResult vector = read(folder, "v", "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"a_total\"},\"value\":[10,\"3\"]}]}}");
        assertEquals(Metrics.Kind.COUNTER, series(vector, "a_total").kind());
        assertEquals(List.of("1970-01-01T00:00:10Z"), times(series(vector, "a_total")));
        ReadResult scalar = read(folder, "s", "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1700000000,\"42\"]}}");
        assertEquals(List.of(42.0), values(series(scalar, "result")));
        ReadResult lines = read(folder, "l", "{\"metric\":{\"__name__\":\"m\"},\"values\":[1,2],\"timestamps\":[1700000000000,1700000001000]}\n"
                + "{\"metric\":{\"__name__\":\"m\"},\"values\":[3],\"timestamps\":[1700000002000]}\n");
        assertEquals(List.of(1.0, 2.0, 3.0), values(series(lines, "m")));
        assertEquals("2023-11-14T22:13:22Z", times(series(lines, "m")).getLast());
    }

    @Test
    void bucketsOfARangeBecomeHistograms() throws IOException, UnreadableFile {
        StringBuilder text = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        text.append("{\"metric\":{\"__name__\":\"d_seconds_bucket\",\"le\":\"0.2\"},\"values\":[[100,\"1\"],[115,\"4\"]]},");
        text.append("{\"metric\":{\"__name__\":\"d_seconds_bucket\",\"le\":\"+Inf\"},\"values\":[[100,\"1\"],[115,\"5\"]]}]}}");
        assertEquals(4, histograms(read(folder, "b", text.toString())).getFirst().total("").total());
    }

    @Test
    void refusedQueriesAndEmptyAnswersAreTold() throws IOException, UnreadableFile {
        String line = assertThrows(UnreadableFile.class, () -> read(folder, "e",
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"invalid parameter \\\"step\\\"\"}")).line();
        assertTrue(line.startsWith("the file holds a refused query, not its result: invalid parameter \"step\""), line);
        ReadResult empty = read(folder, "n", "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        assertEquals(List.of(), empty.datasets());
        assertEquals("the query found no series", empty.diagnostics().getFirst().message());
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, MATRIX.getBytes(StandardCharsets.UTF_8), "Prometheus query JSON", true);
    }

    @Test
    void samplesHoldWhatTheyHold() throws IOException, UnreadableFile {
        ReadResult gaps = sample("metrics-prometheus-query/query_range-missing-points.json");
        assertEquals(List.of(21.0, 32.0, 43.0), values(series(gaps, "go_goroutines", "job=prometheus")));
        assertEquals(List.of("2022-01-11T08:25:33Z", "2022-01-11T08:25:34Z", "2022-01-11T08:25:37Z"), times(series(gaps, "go_goroutines")));
        ReadResult whole = sample("metrics-prometheus-query/query_range-301-points.json");
        Metrics.Series only = series(whole, "result");
        assertEquals(301, only.values().size());
        assertEquals(0.09992233009708738, values(only).stream().mapToDouble(each -> each).max().orElseThrow());
        assertEquals("2022-09-28T14:48:05.491Z", times(only).getLast());
    }
}
