package org.tailwright.readers.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Doubles;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFiles;
import org.tailwright.readers.spans.SpanSamples;

class OtlpReaderTest {
    private static final String TRACE = "00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    private static void assertSame(Traces expected, Traces actual) {
        assertEquals(expected.rows(), actual.rows());
        List<String> left = SpanFiles.rows(expected);
        List<String> right = SpanFiles.rows(actual);
        for (int row = 0; row < left.size(); row++) {
            assertEquals(left.get(row), right.get(row), "row " + row);
        }
    }

    private Traces one(String members) throws Exception {
        return SpanFiles.traces(SpanFiles.read(folder, wrapped("{" + members + "}")));
    }

    private static String wrapped(String spans) {
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "]}]}]}";
    }

    private static String span(String id, String more) {
        return "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + id + "\",\"startTimeUnixNano\":\"10\",\"endTimeUnixNano\":\"25\"" + more + "}";
    }

    @Test
    void base64IdsAndSnakeCaseAndEnumNames() throws Exception {
        Traces traces = one("\"trace_id\":\"ABEiM0RVZneImaq7zN3u/w==\",\"span_id\":\"AAAAAAAAAAE=\",\"parent_span_id\":\"AAAAAAAAAAI=\","
                + "\"start_time_unix_nano\":1e3,\"end_time_unix_nano\":\"1500\",\"kind\":\"SPAN_KIND_CLIENT\",\"status\":{\"code\":\"STATUS_CODE_ERROR\"}");
        assertEquals(List.of(TRACE), SpanFiles.column(traces, Requests.TRACE));
        assertEquals(List.of("0000000000000001"), SpanFiles.column(traces, Traces.SPAN));
        assertEquals(List.of("0000000000000002"), SpanFiles.column(traces, Traces.PARENT));
        assertEquals(List.of("client"), SpanFiles.column(traces, Traces.KIND));
        assertEquals(List.of("500"), SpanFiles.column(traces, Requests.DURATION));
        assertEquals(List.of("true"), SpanFiles.column(traces, Requests.FAILED));
        assertEquals(List.of("unknown service"), SpanFiles.column(traces, Requests.SERVICE));
        assertEquals(1, traces.origin().trust().assumed().size());
    }

    @Test
    void attributesOfAllKindsBecomeTexts() throws Exception {
        Traces traces = one("\"traceId\":\"" + TRACE + "\",\"spanId\":\"1\",\"startTimeUnixNano\":\"1\",\"endTimeUnixNano\":\"2\",\"attributes\":["
                + "{\"key\":\"a\",\"value\":{\"stringValue\":\"x\"}},{\"key\":\"b\",\"value\":{\"boolValue\":true}},{\"key\":\"c\",\"value\":{\"doubleValue\":1.50}},"
                + "{\"key\":\"d\",\"value\":{\"arrayValue\":{\"values\":[{\"intValue\":\"1\"},{\"stringValue\":\"y\"}]}}},"
                + "{\"key\":\"e\",\"value\":{\"kvlistValue\":{\"values\":[{\"key\":\"k\",\"value\":{\"intValue\":3}}]}}},{\"key\":\"f\",\"value\":{}},"
                + "{\"key\":\"start\",\"value\":{\"stringValue\":\"own\"}}]");
        assertEquals("start=1 duration=1 label= service=unknown service trace=" + TRACE + " span=0000000000000001 parent=- kind=- failed=false "
                + "a=x b=true c=1.50 d=[1, y] e={k=3} attribute start=own ", SpanFiles.rows(traces).getFirst());
    }

    @Test
    void answersOfJaegersQueryInterface() throws Exception {
        String first = "{\"result\":" + wrapped(span("1", ",\"kind\":2")) + "}";
        String second = "{\"result\":" + wrapped(span("2", "") + "," + span("3", "")) + "}";
        Traces alone = SpanFiles.traces(SpanFiles.read(folder, first));
        assertEquals(List.of("server"), SpanFiles.column(alone, Traces.KIND));
        for (String all : List.of(first + "\n" + second + "\n", "[" + first + "," + second + "]", first.replace("[", "[\n") + "\n" + second)) {
            assertEquals(3, SpanFiles.traces(SpanFiles.read(folder, all)).rows(), all);
        }
    }

    @Test
    void documentWithAResourceALineIsNoJsonLines() throws Exception {
        String inner = wrapped(span("1", "")).substring("{\"resourceSpans\":[".length());
        String resource = inner.substring(0, inner.length() - 2);
        ReadResult result = SpanFiles.read(folder, "{\"resourceSpans\":[\n" + resource + ",\n" + resource + "]}");
        assertEquals(2, SpanFiles.traces(result).rows());
        assertEquals(0, result.problems());
    }

    @Test
    void linesAndDocumentGiveTheSameSpans() throws Exception {
        Traces lines = SpanFiles.traces(SpanFiles.read(folder, SpanSamples.lines(300, 11)));
        Traces document = SpanFiles.traces(SpanFiles.read(folder, SpanSamples.document(300, 11)));
        assertTrue(lines.rows() > 900);
        assertSame(document, lines);
        assertEquals(document.origin().trust(), lines.origin().trust());
    }

    @Test
    void manyBlocksKeepTheOrderOfTheFile() throws Exception {
        String lines = SpanSamples.lines(5000, 5);
        assertTrue(lines.length() > 4_500_000);
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, lines));
        Traces document = SpanFiles.traces(SpanFiles.read(folder, SpanSamples.document(5000, 5)));
        assertSame(document, traces);
    }

    @Test
    void thresholdsBecomeWeightsAndRootsSpeakForTheirTrace() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, wrapped(span("1", ",\"traceState\":\"a=b,ot=th:c;rv:123\"") + ","
                + span("2", ",\"parentSpanId\":\"1\""))));
        Doubles weights = traces.table().doubles(Requests.WEIGHT).orElseThrow();
        assertEquals(4, weights.at(0));
        assertEquals(4, weights.at(1));
        assertTrue(traces.sampling().startsWith("sampled"), traces.sampling());
    }

    @Test
    void samplingWithoutWeightsForbidsRates() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, wrapped(span("1",
                ",\"attributes\":[{\"key\":\"tailsampling.policy\",\"value\":{\"stringValue\":\"slow\"}}]"))));
        assertTrue(traces.table().doubles(Requests.WEIGHT).isEmpty());
        assertTrue(traces.meaning().caveats().getFirst().startsWith("no arrival rate"), traces.meaning().caveats().toString());
    }

    @Test
    void doubtsAreCounted() throws Exception {
        String early = span("3", ",\"parentSpanId\":\"1\"").replace("\"10\"", "\"5\"").replace("\"25\"", "\"30\"");
        String backwards = span("4", "").replace("\"25\"", "\"3\"");
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, wrapped(String.join(",", span("1", ""), span("1", ""), span("2", ",\"parentSpanId\":\"9\""), early, backwards))));
        List<String> doubts = traces.origin().trust().doubts();
        assertEquals(List.of("have a parent", "repeat the trace", "start before their parent", "end after their parent", "end before they start"),
                doubts.stream().map(each -> each.replaceAll("^1 of 5 spans \\(20.0 %\\) ", "")).map(each ->
                        each.replaceAll("^(have a parent|repeat the trace|start before their parent|end after their parent|end before they start).*", "$1")).toList());
    }

    @Test
    void aBadLineIsNamedAndTheRestIsKept() throws Exception {
        ReadResult result = SpanFiles.read(folder, wrapped(span("1", "")) + "\n{\"resourceSpans\":[{\n\n" + wrapped(span("2", "")) + "\n");
        assertEquals(2, SpanFiles.traces(result).rows());
        assertEquals(1, result.skipped());
        assertEquals(2, result.diagnostics().getFirst().line());
    }

    @Test
    void aSpanWithoutTimesIsLeftOut() throws Exception {
        ReadResult result = SpanFiles.read(folder, wrapped(span("1", "") + ",{\"traceId\":\"" + TRACE + "\",\"spanId\":\"2\"}"));
        assertEquals(1, SpanFiles.traces(result).rows());
        assertEquals(1, result.skipped());
    }

    @Test
    void metricsAreNoTraces() throws Exception {
        assertEquals(List.of(), SpanFiles.read(folder, "{\"resourceMetrics\":[{}]}").datasets());
    }

    @Test
    void logsAreNoTraces() {
        UnreadableFile wrong = assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, "{\"resourceLogs\":[{}]}"));
        assertTrue(wrong.getMessage().contains("logs"), wrong.getMessage());
    }

    @Test
    void nothingIsValid() throws Exception {
        assertEquals(List.of(), SpanFiles.read(folder, "{\"resourceSpans\":[]}").datasets());
    }

    @Test
    void onlyTheMostFrequentAttributesBecomeColumns() throws Exception {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            attributes.append(i == 0 ? "" : ",").append("{\"key\":\"k").append(i).append("\",\"value\":{\"intValue\":1}}");
        }
        String often = ",\"attributes\":[{\"key\":\"z\",\"value\":{\"intValue\":1}}]";
        ReadResult result = SpanFiles.read(folder, wrapped(span("1", ",\"attributes\":[" + attributes + "]") + "," + span("2", often) + "," + span("3", often)));
        Traces traces = SpanFiles.traces(result);
        assertEquals(9 + 48, traces.table().columns().size());
        assertEquals(List.of("-", "1", "1"), SpanFiles.column(traces, "z"));
        assertTrue(result.diagnostics().getFirst().message().startsWith("153 attribute values are left out"), result.diagnostics().toString());
    }
}
