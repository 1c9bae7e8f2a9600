package org.tailwright.readers.tempo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.spans.SpanFiles;

class TempoSearchTest {
    private static final String SPANS = "{\"spans\":[{\"spanID\":\"0a\",\"name\":\"get\",\"startTimeUnixNano\":\"1701778055578250000\",\"durationNanos\":\"556000\","
            + "\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"s\"}},{\"key\":\"code\",\"value\":{\"intValue\":\"200\"}}]}],\"matched\":6}";
    private static final String ANSWER = """
            {"traces":[
             {"traceID":"2e299711ce47710289dc6640727404f","rootServiceName":"front","rootTraceName":"GET /","startTimeUnixNano":"1701778055570888000","durationMs":9,
              "spanSet":%s,"spanSets":[%s]},
             {"traceID":"b","rootServiceName":"<root span not yet received>","startTimeUnixNano":"1701778056570888000"}],
             "metrics":{"inspectedBytes":"1"}}
            """.formatted(SPANS, SPANS);

    @TempDir
    Path folder;

    @Test
    void tracesAndMatchedSpansAreApart() throws Exception {
        ReadResult result = SpanFiles.read(folder, ANSWER);
        Requests traces = (Requests) result.datasets().getFirst();
        assertEquals(2, traces.rows());
        assertEquals(9_000_000, traces.durations().at(0));
        assertEquals(0, traces.durations().at(1));
        assertEquals(1_701_778_055_570_888_000L, traces.starts().at(0));
        assertEquals("02e299711ce47710289dc6640727404f", SpanFiles.cell(traces.table().texts(Requests.TRACE).orElseThrow(), 0));
        assertEquals(1_000_000, traces.meaning().quantumNanos());
        Requests spans = (Requests) result.datasets().getLast();
        assertEquals(1, spans.rows());
        assertEquals(556_000, spans.durations().at(0));
        assertEquals("0a", SpanFiles.cell(spans.table().texts(Traces.SPAN).orElseThrow(), 0));
        assertEquals("s", SpanFiles.cell(spans.table().texts(Requests.SERVICE).orElseThrow(), 0));
        assertEquals("200", SpanFiles.cell(spans.table().texts("code").orElseThrow(), 0));
        assertEquals("only spans that matched the search, 1 of 6 that did", spans.meaning().caveats().getFirst());
    }

    @Test
    void anEmptyAnswerIsNoMistake() throws Exception {
        ReadResult result = SpanFiles.read(folder, "{\"traces\":[],\"x\":\"traceID rootTraceName\",\"traceID\":1,\"rootTraceName\":1,\"startTimeUnixNano\":1}");
        assertEquals(0, result.datasets().size());
        assertEquals("the search found no traces", result.diagnostics().getFirst().message());
    }

    @Test
    void battery() throws Exception {
        ReaderBattery.run(folder, ANSWER.getBytes(StandardCharsets.UTF_8), "Grafana Tempo search", true);
    }
}
