package org.tailwright.readers.k6;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
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
        assertArrayEquals(new long[] {20, 20}, requests.table().longs(Requests.ACTIVE).orElseThrow().toArray());
        assertTrue(requests.origin().trust().doubts().stream().anyMatch(each -> each.contains("dropped 7 iterations")));
        assertTrue(requests.origin().trust().doubts().stream().anyMatch(each -> each.contains("whole seconds")));
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
    void partsToldTwiceOrOfOtherRequestsAreNotTaken() throws Exception {
        ReadResult result = read("""
                metric_name,timestamp,metric_value,name,name,metadata
                http_req_blocked,1700000010123,9,a,x,
                http_req_duration,1700000010123,10,a,x,iter=0&vu=7
                http_req_waiting,1700000010123,8,a,x,
                http_req_waiting,1700000010123,9,a,x,
                http_req_waiting,1700000010123,7,b,x,
                http_req_duration,broken,10,a,x,
                http_req_duration,1700000010200,20,b,x,
                http_req_failed,1700000010200,1,b,x,
                """);
        Requests requests = (Requests) result.datasets().getFirst();
        assertEquals(8_000_000, requests.table().longs("waiting").orElseThrow().at(0));
        assertTrue(requests.table().longs("waiting").orElseThrow().missing(1));
        assertEquals("7", requests.table().texts(Requests.THREAD).orElseThrow().at(0));
        assertEquals(1, result.skipped());
        assertTrue(requests.failures().orElseThrow().at(1));
    }

    @Test
    void gapsInUsersTakeTheLatestNumber() throws Exception {
        StringBuilder text = new StringBuilder("metric_name,timestamp,metric_value\n");
        text.append("vus,1700000002500,4\nvus,1700000001500,2\n");
        for (int i = 1; i <= 4; i++) {
            text.append("http_req_duration,170000000").append(i).append("000,0\n");
        }
        Requests requests = (Requests) read(text.toString()).datasets().getFirst();
        assertArrayEquals(new long[] {2, 2, 4, 4}, requests.table().longs(Requests.ACTIVE).orElseThrow().toArray());
    }

    @Test
    void zeroIsSuccessOfGrpc() throws Exception {
        ReadResult result = read("""
                metric_name,timestamp,metric_value,method,service,status
                grpc_req_duration,1700000010123,10,Pay,shop.Cart,0
                grpc_req_duration,1700000010123,10,Pay,shop.Cart,14
                group_duration,1700000010124,30,,,
                """);
        Requests calls = (Requests) result.datasets().getFirst();
        assertEquals("shop.Cart/Pay", calls.labels().orElseThrow().at(0));
        assertEquals(1, calls.errors());
        assertTrue(calls.failures().orElseThrow().at(1));
        assertEquals("file groups", result.datasets().get(1).name());
        assertTrue(((Requests) result.datasets().get(1)).failures().isEmpty());
    }

    @Test
    void jsonMayHaveBlanksAndOwnTimes() throws Exception {
        String spaced = LINES.replace("\":", "\": ").replace(",\"", ", \"");
        assertEquals(1, read(spaced).datasets().getFirst().rows());
        ReadResult result = read("""
                {"type":"Metric","data":{"name":"login","type":"trend","contains":"time"},"metric":"login"}
                {"metric":"login","type":"Point","data":{"time":"2023-11-15T00:13:30.000000001+02:00","value":12.5,"tags":{}}}
                {"metric":"login","type":"Point","data":{"time":"2023-11-14T22:13:30Z","value":NaN}}
                """);
        Metrics metrics = (Metrics) result.datasets().getFirst();
        assertEquals("ms", metrics.series().getFirst().values().unit().symbol());
        assertEquals(1_700_000_010_000_000_001L, metrics.series().getFirst().times().at(0));
        assertEquals(1, result.skipped());
    }

    @Test
    void timesAreReadAsTheLibraryDoes() {
        for (String each : List.of("2017-05-09T14:34:45.239531499+02:00", "2024-02-29T23:59:59Z", "1970-01-01T00:00:00.5-11:30", "2261-12-31T00:00:00.000001Z")) {
            Instant due = OffsetDateTime.parse(each).toInstant();
            assertEquals(due.getEpochSecond() * 1_000_000_000L + due.getNano(), Rfc3339.nanos(each), each);
        }
        for (String each : List.of("", "2023-02-30T00:00:00Z", "2023-11-14T22:13:30", "2023-11-14T25:13:30Z", "2023-11-14T22:13:30+2", "0001-01-01T00:00:00Z")) {
            assertEquals(Rfc3339.NONE, Rfc3339.nanos(each), each);
        }
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
            assertEquals(List.of("http_req_duration", "own_trend"), histograms.tags());
            Histograms.Interval first = histograms.intervals().getFirst();
            assertEquals(OptionalDouble.of(39.5e6), first.printed().orElseThrow().at(0.99));
            assertEquals(OptionalDouble.empty(), first.printed().orElseThrow().at(0.999));
            assertEquals(878, first.buckets().histogram().getTotalCount());
            assertEquals(0, histograms.intervals().get(1).buckets().histogram().getTotalCount());
        }
    }

    @Test
    void theMachineReadableSummaryIsRead() throws Exception {
        ReadResult result = read("""
                {"version":"1.0.0","metadata":{"k6_version":"1.5.0"},"config":{"duration":10},"results":{
                 "checks":{"metrics":[{"name":"checks_total"}],"results":[{"name":"ok","passes":3,"fails":1}]},
                 "metrics":[
                  {"name":"http_req_waiting","type":"trend","contains":"time","values":{"avg":2,"med":2,"max":9}},
                  {"name":"bytes_each","type":"trend","contains":"data","values":{"avg":2,"med":2}},
                  {"name":"http_reqs","type":"counter","contains":"default","values":{"count":40}},
                  {"name":"dropped_iterations","type":"counter","contains":"default","values":{"count":5}},
                  {"name":"http_req_failed","type":"rate","contains":"default","values":{"matches":10,"rate":0.25,"total":40}},
                  {"name":"vus","type":"gauge","contains":"default","values":{"value":3,"min":1,"max":8}},
                  {"name":"http_req_duration","type":"trend","contains":"time","values":{"avg":3,"med":2.5,"p(95)":7.5,"max":10}}]}}
                """);
        Histograms histograms = (Histograms) result.datasets().getFirst();
        assertEquals(List.of("http_req_duration", "http_req_waiting"), histograms.tags());
        assertEquals(OptionalDouble.of(7.5e6), histograms.intervals().getFirst().at(0.95));
        assertEquals(40, histograms.intervals().getFirst().count().orElseThrow());
        String doubts = histograms.origin().trust().doubts().toString();
        assertTrue(doubts.contains("10 requests, 25.0 % of all, failed") && doubts.contains("dropped 5 iterations"), doubts);
        Metrics counts = (Metrics) result.datasets().get(1);
        assertEquals(40, counts.named("http_reqs").orElseThrow().values().at(0));
        assertEquals(0.25, counts.named("http_req_failed").orElseThrow().values().at(0));
        assertEquals(3, counts.named("vus").orElseThrow().values().at(0));
        assertTrue(result.diagnostics().getFirst().message().contains("bytes_each"));
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
        assumeTrue(Files.isDirectory(samples), "the shared samples are absent");
        ReadResult csv = Readers.read(samples.resolve("k6-2021-output.csv"), ReadOptions.DEFAULT, Work.NONE);
        assertEquals(4, csv.datasets().getFirst().rows());
        double[] millis = Arrays.stream(((Requests) csv.datasets().getFirst()).durations().toArray()).mapToDouble(each -> each / 1e6).toArray();
        assertEquals(120.906, Arrays.stream(millis).average().orElseThrow(), 0.0005);
        assertEquals(245.591, Arrays.stream(millis).max().orElseThrow(), 0.0005);
        assertEquals(2, ((Requests) csv.datasets().getFirst()).errors());
        assertEquals(Dataset.Kind.REQUESTS, csv.datasets().getFirst().kind());
        ReadResult summary = Readers.read(samples.resolve("k6-handle-summary.json"), ReadOptions.DEFAULT, Work.NONE);
        Histograms.Interval duration = ((Histograms) summary.datasets().getFirst()).intervals().stream().filter(each -> each.tag().equals("http_req_duration")).findFirst()
                .orElseThrow();
        assertEquals(39.577e6, duration.printed().orElseThrow().at(0.99).orElseThrow(), 0.0005e6);
        assertEquals(143.327e6, duration.exactMax(), 0.0005e6);
    }
}
