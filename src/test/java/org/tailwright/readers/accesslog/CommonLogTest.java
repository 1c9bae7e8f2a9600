package org.tailwright.readers.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;

class CommonLogTest {
    private static final String BASE = "10.0.0.1 - bob [07/Feb/2020:11:48:51 +0000] \"GET /users/42?x=1 HTTP/1.1\" ";
    private static final String AGENT = " \"-\" \"curl/7.54.0 (a \\\"quoted\\\" one)\" ";
    /// 2020-02-07T11:48:51Z in microseconds.
    private static final long STAMP = 1_581_076_131_000_000L;
    private static final String INGRESS = BASE + "200 59" + AGENT + "89 0.250 [default-web-8080] [] 172.17.0.5:8080 59 0.248 200 529a0079\n"
            + BASE + "502 61" + AGENT + "348 0.105 [default-web2-8080] [] 172.17.0.6:8080, [::1]:8080 0, 61 0.100, 0.004 502, 502 835136ae\n"
            + BASE + "400 163" + AGENT + "0 0.000 [] [] - - - - 4c7d2079\n";

    @TempDir
    Path folder;

    @Test
    void ingressKnowsUpstreamsAndServices() throws Exception {
        ReadResult result = AccessFiles.read(folder, INGRESS);
        assertEquals("access log (nginx ingress)", result.format());
        assertEquals(List.of(STAMP - 250_000 + "+250000 GET /users/{id} 200", STAMP - 105_000 + "+105000 GET /users/{id} 502 failed",
                STAMP + "+0 GET /users/{id} 400"), AccessFiles.rows(result));
        assertEquals(List.of("248000", "104000", "-"), AccessFiles.column(result, "upstream time"));
        assertEquals(List.of("default-web-8080", "default-web2-8080", "-"), AccessFiles.column(result, Requests.SERVICE));
        assertEquals(List.of("59", "61", "163"), AccessFiles.column(result, "bytes"));
        assertEquals("/users/42?x=1", AccessFiles.column(result, "path").getFirst());
        Meaning meaning = AccessFiles.requests(result).meaning();
        assertEquals(Meaning.Stamp.END, meaning.stamp());
        assertEquals(1_000_000, meaning.quantumNanos());
        assertTrue(meaning.caveats().contains(CommonFormat.COARSE), meaning.caveats().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "200 59 \"-\" \"curl\" 0.250 0.248|nginx|250000|248000|END", "200 59 \"-\" \"curl\" \"0.250\" \"0.248\"|nginx|250000|248000|END",
            "200 59 \"-\" \"curl\" rt=0.250 uct=\"0.000\" uht=\"0.1\" urt=\"0.248\"|nginx|250000|248000|END",
            "200 59 \"-\" \"curl\" request_time=0.250 upstream_response_time=0.148, 0.100|nginx|250000|248000|END",
            "200 59 \"-\" \"curl\" 250000|Apache|250000|-|START", "200 59 250000|Apache|250000|-|START", "200 59 \"-\" \"curl\" 0/250000|Apache|250000|-|START",
            "200 59 \"-\" \"curl\" 250|Apache|250000|-|START", "200 59 \"-\" \"curl\" 2|Apache|2000000|-|START",
            "200 59 \"-\" \"curl\" 17 \"web@docker\" \"http://10.0.0.1:80\" 250ms|Traefik|250000|-|START"})
    void durationsBehindTheBytes(String rest, String producer, long micros, String upstream, Meaning.Stamp stamp) throws Exception {
        ReadResult result = AccessFiles.read(folder, (BASE + rest + "\n").repeat(3));
        assertEquals("access log (" + producer + ")", result.format());
        long start = stamp == Meaning.Stamp.END ? STAMP - micros : STAMP;
        assertEquals(start + "+" + micros + " GET /users/{id} 200", AccessFiles.rows(result).get(2));
        assertEquals(upstream.equals("-") ? List.of() : List.of(upstream, upstream, upstream), AccessFiles.column(result, "upstream time"));
        assertEquals(stamp, AccessFiles.requests(result).meaning().stamp());
    }

    @Test
    void aJudgedUnitIsSaidAndCanBeSaid() throws Exception {
        String text = (BASE + "200 59 \"-\" \"curl\" 250\n").repeat(3);
        String assumed = AccessFiles.requests(AccessFiles.read(folder, text)).origin().trust().assumed().toString();
        assertTrue(assumed.contains("milliseconds") && assumed.contains("median 250"), assumed);
        assertEquals(STAMP + "+250 GET /users/{id} 200", AccessFiles.rows(AccessFiles.read(folder, text, AccessFiles.unit("us"))).getFirst());
    }

    @Test
    void withoutDurationsThereAreRates() throws Exception {
        ReadResult result = AccessFiles.read(folder, BASE + "200 59\n" + BASE + "503 59\n" + BASE.replace(":51 ", ":53 ") + "404 -\n");
        assertEquals("access log (common or combined format)", result.format());
        Metrics metrics = (Metrics) result.datasets().getFirst();
        assertEquals(List.of("requests", "requests{status=2xx}", "requests{status=4xx}", "requests{status=5xx}"),
                metrics.series().stream().map(Metrics.Series::title).toList());
        assertEquals(List.of(2.0, 0.0, 1.0), java.util.Arrays.stream(metrics.series().getFirst().values().toArray()).boxed().toList());
        assertEquals(STAMP * 1000, metrics.series().getFirst().times().at(0));
        assertTrue(metrics.origin().trust().doubts().toString().contains("no durations"));
    }

    @Test
    void bytesInAndOutAreNoDuration() throws Exception {
        assertEquals("metrics", AccessFiles.read(folder, BASE + "200 59 \"-\" \"curl\" 540 321\n" + BASE + "200 7000 \"-\" \"curl\" 512 7312\n").datasets().getFirst()
                .kind().id());
    }

    /// A line without a duration, or with a text in its place, does not hide the durations of the others.
    @Test
    void fewStrangeLinesDoNotDecideTheLayout() throws Exception {
        ReadResult result = AccessFiles.read(folder, BASE + "200 59 \"-\" \"curl\" oops\n" + (BASE + "200 59 \"-\" \"curl\" 0.250\n").repeat(60) + BASE + "408 0\n");
        assertEquals("access log (nginx)", result.format());
        assertEquals(60, AccessFiles.requests(result).rows());
        assertEquals(List.of("2 requests have no duration and are left out"), AccessFiles.requests(result).origin().trust().doubts());
        assertEquals(2, result.skipped());
    }

    @Test
    void virtualHostsAndDamagedLines() throws Exception {
        ReadResult result = AccessFiles.read(folder, "www.example.com:443 " + BASE + "200 59 \"-\" \"curl\" 0.250\nnot a line\n"
                + "10.0.0.1 - - [07/Feb/2020:11:48:51 +0000] \"\\x16\\x03\" 400 163 \"-\" \"-\" 0.000\n");
        assertEquals(List.of("www.example.com:443", "-"), AccessFiles.column(result, "host"));
        assertEquals("(no path)", AccessFiles.requests(result).labels().orElseThrow().at(1));
        assertEquals("line 2: time, request and status are not where they should be", result.diagnostics().getFirst().words());
        assertEquals(1, result.skipped());
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, INGRESS.repeat(5).getBytes(StandardCharsets.UTF_8), "access log", true);
    }
}
