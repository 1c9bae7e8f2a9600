package org.tailwright.readers.k6;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

final class K6Test {
    private static final String CSV = """
            metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,url,extra_tags
            http_reqs,1700000010,1.000000,,,,true,,GET,https://shop/,HTTP/2.0,default,,200,https://shop/,
            http_req_duration,1700000010,250.5,,,,true,,GET,https://shop/,HTTP/2.0,default,,200,https://shop/,
            http_req_blocked,1700000010,3.25,,,,true,,GET,https://shop/,HTTP/2.0,default,,200,https://shop/,
            http_req_failed,1700000010,0.000000,,,,true,,GET,https://shop/,HTTP/2.0,default,,200,https://shop/,
            http_req_duration,1700000012,0.000000,,dial: refused,1212,false,,POST,"https://shop/pay, now",,default,,0,https://shop/pay,
            http_req_failed,1700000012,1.000000,,dial: refused,1212,false,,POST,"https://shop/pay, now",,default,,0,https://shop/pay,
            vus,1700000012,20.000000,,,,,,,,,,,,,
            iteration_duration,1700000012,1500,,,,,,,,,default,,,,
            dropped_iterations,1700000013,7,,,,,,,,,default,,,,
            """;

    private static final String LINES = """
            {"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time","thresholds":[]},"metric":"http_req_duration"}
            {"metric":"http_req_duration","type":"Point","data":{"time":"2023-11-14T22:13:30.5+00:00","value":250.5,"tags":{"method":"GET","name":"https://shop/","status":"200","expected_response":"true"}}}
            {"metric":"http_req_waiting","type":"Point","data":{"time":"2023-11-14T22:13:30.5+00:00","value":200,"tags":{"method":"GET","name":"https://shop/","status":"200","expected_response":"true"}}}
            {"type":"Metric","data":{"name":"orders","type":"counter","contains":"default"},"metric":"orders"}
            {"metric":"orders","type":"Point","data":{"time":"2023-11-14T22:13:31Z","value":3,"tags":{"scenario":"buy"}}}
            """;

    @TempDir
    private Path folder;

    private ReadResult read(String text) throws IOException, UnreadableFile {
        return Readers.read(Files.writeString(folder.resolve("file"), text), ReadOptions.DEFAULT, Work.NONE);
    }

    @Test
    void requestsOfCsvEndAtTheirTime() throws Exception {
        ReadResult result = read(CSV);
        assertEquals("k6 CSV", result.format());
        Requests requests = (Requests) result.datasets().getFirst();
        assertArrayEquals(new long[] {250_500_000, 0}, requests.durations().toArray());
        assertArrayEquals(new long[] {1_700_000_010_000_000_000L - 250_500_000, 1_700_000_012_000_000_000L}, requests.starts().toArray());
        assertEquals("POST https://shop/pay, now", requests.labels().orElseThrow().at(1));
        assertEquals(1, requests.errors());
        assertTrue(requests.failures().orElseThrow().at(1));
        assertEquals(3_250_000, requests.table().longs("blocked").orElseThrow().at(0));
        assertTrue(requests.origin().trust().doubts().stream().anyMatch(each -> each.contains("dropped 7 iterations")));
        Requests iterations = (Requests) result.datasets().get(1);
        assertArrayEquals(new long[] {1_500_000_000}, iterations.durations().toArray());
        Metrics metrics = (Metrics) result.datasets().get(2);
        assertEquals(20, metrics.named("vus").orElseThrow().values().at(0));
        assertEquals(Metrics.Kind.INCREMENT, metrics.named("dropped_iterations").orElseThrow().kind());
    }

    @Test
    void timesOfCsvMayBeFinerOrDates() {
        assertEquals(1_700_000_010_000_000_000L, K6Csv.nanos("1700000010"));
        assertEquals(1_700_000_010_123_000_000L, K6Csv.nanos("1700000010123"));
        assertEquals(1_700_000_010_123_456_000L, K6Csv.nanos("1700000010123456"));
        assertEquals(1_700_000_010_123_456_789L, K6Csv.nanos("1700000010123456789"));
        assertEquals(1_700_000_010_000_000_000L, K6Csv.nanos("2023-11-14T22:13:30Z"));
    }

    @Test
    void jsonLinesGiveTheSame() throws Exception {
        ReadResult result = read(LINES);
        assertEquals("k6 JSON lines", result.format());
        Requests requests = (Requests) result.datasets().getFirst();
        assertArrayEquals(new long[] {1_700_000_010_500_000_000L - 250_500_000}, requests.starts().toArray());
        assertEquals(200_000_000, requests.table().longs("waiting").orElseThrow().at(0));
        Metrics metrics = (Metrics) result.datasets().get(1);
        assertEquals("orders", metrics.series().getFirst().name());
        assertEquals(Metrics.Kind.INCREMENT, metrics.series().getFirst().kind());
    }

    @Test
    void bothFormsOfTheSummaryHoldPercentilesOnly() throws Exception {
        String values = "\"avg\":30.5,\"min\":1,\"med\":20,\"max\":143.5,\"p(90)\":26,\"p(99)\":39.5";
        for (String trend : new String[] {"{\"type\":\"trend\",\"contains\":\"time\",\"values\":{" + values + "}}", "{" + values + "}"}) {
            String counter = trend.contains("values") ? "{\"type\":\"counter\",\"contains\":\"default\",\"values\":{\"count\":878,\"rate\":36}}" : "{\"count\":878,\"rate\":36}";
            ReadResult result = read("{\"metrics\":{\"http_reqs\":" + counter + ",\"http_req_duration\":" + trend + ",\"own_trend\":" + trend + "}}");
            Histograms histograms = (Histograms) result.datasets().getFirst();
            assertEquals(java.util.List.of("http_req_duration", "own_trend"), histograms.tags());
            Histograms.Interval first = histograms.intervals().getFirst();
            assertEquals(OptionalDouble.of(39.5e6), first.printed().orElseThrow().at(0.99));
            assertEquals(OptionalDouble.empty(), first.printed().orElseThrow().at(0.999));
            assertEquals(878, first.histogram().getTotalCount());
            assertEquals(0, histograms.intervals().get(1).histogram().getTotalCount());
        }
    }

    @Test
    void allFormatsStandTheBattery() throws Exception {
        ReaderBattery.run(folder, CSV.getBytes(StandardCharsets.UTF_8), "k6 CSV", true);
        ReaderBattery.run(folder, LINES.getBytes(StandardCharsets.UTF_8), "k6 JSON lines", true);
        String summary = "{\"metrics\":{\"http_reqs\":{\"count\":8,\"rate\":3},\"http_req_duration\":{\"avg\":3,\"p(95)\":5}}}\n";
        ReaderBattery.run(folder, summary.getBytes(StandardCharsets.UTF_8), "k6 summary", true);
    }

    @Test
    void samplesOfOthersHoldWhatTheyShould() throws Exception {
        Path samples = Path.of("../shared/samples/loadtest-k6");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(samples), "the shared samples are absent");
        ReadResult csv = Readers.read(samples.resolve("k6-2021-output.csv"), ReadOptions.DEFAULT, Work.NONE);
        assertEquals(4, csv.datasets().getFirst().rows());
        assertEquals(Dataset.Kind.REQUESTS, csv.datasets().getFirst().kind());
        ReadResult summary = Readers.read(samples.resolve("k6-handle-summary.json"), ReadOptions.DEFAULT, Work.NONE);
        Histograms.Interval duration = ((Histograms) summary.datasets().getFirst()).intervals().stream().filter(each -> each.tag().equals("http_req_duration")).findFirst()
                .orElseThrow();
        assertEquals(39.577e6, duration.printed().orElseThrow().at(0.99).orElseThrow(), 0.0005e6);
        assertEquals(143.327e6, duration.exactMax(), 0.0005e6);
    }
}
