package org.tailwright.readers.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.spans.SpanFiles;

class DatadogReaderTest {
    private static final String SENT = """
            [[{"trace_id":5,"span_id":1,"parent_id":0,"name":"web.request","resource":"GET /a","service":"web","start":1633030641740454000,
               "duration":373000,"error":1,"meta":{"span.kind":"server","http.url":"/a"},"metrics":{"_sampling_priority_v1":1,"_dd.rule_psr":0.5,"_dd.limit_psr":0.5}},
              {"trace_id":5,"span_id":2,"parent_id":1,"name":"db.query","resource":"SELECT 1","service":"db","start":1633030641740720000,"duration":29000}],
             [{"trace_id":-1,"span_id":1,"parent_id":0,"name":"web.request","resource":"GET /b","service":null,"start":1633030641741211000,"duration":91000,
               "meta":{},"metrics":{"_sampling_priority_v1":2,"_dd.agent_psr":1.0}}]]
            """;

    @TempDir
    Path folder;

    private Traces read(String text) throws Exception {
        return SpanFiles.traces(SpanFiles.read(folder, text));
    }

    @Test
    void listsOfTraces() throws Exception {
        Traces traces = read(SENT);
        assertEquals(List.of("GET /a", "SELECT 1", "GET /b"), SpanFiles.column(traces, Requests.LABEL));
        assertEquals(List.of("web.request", "db.query", "web.request"), SpanFiles.column(traces, "operation"));
        assertEquals(List.of("5", "5", "18446744073709551615"), SpanFiles.column(traces, Requests.TRACE));
        assertEquals(List.of("-", "1", "-"), SpanFiles.column(traces, Traces.PARENT));
        assertEquals(List.of("web", "db", "unknown service"), SpanFiles.column(traces, Requests.SERVICE));
        assertEquals(List.of("1633030641740454000", "1633030641740720000", "1633030641741211000"), SpanFiles.column(traces, Requests.START));
        assertEquals(List.of("373000", "29000", "91000"), SpanFiles.column(traces, Requests.DURATION));
        assertEquals(List.of("true", "false", "false"), SpanFiles.column(traces, Requests.FAILED));
    }

    @Test
    void ratesMultiplyAndPrioritiesAreSaid() throws Exception {
        Traces traces = read(SENT);
        assertEquals(List.of("4.0", "4.0", "1.0"), SpanFiles.column(traces, Requests.WEIGHT));
        assertEquals(List.of("1 of 2 traces with a sampling priority were kept by hand or rule (priority 2), not at random"), traces.origin().trust().doubts());
    }

    @Test
    void tracesOfTheUiAreInSeconds() throws Exception {
        Traces traces = read("""
                {"trace":{"root_id":"7","spans":{"7":{"trace_id":"9","span_id":"7","parent_id":"0","start":1573047117.0705,"end":1573047117.0761,"duration":0.0056,
                  "resource":"GET /","resource_hash":"x","service":"s","name":"n","error":0,"meta":{"a":"b"},"children_ids":["8"]},
                 "8":{"trace_id":"9","span_id":"8","parent_id":"7","start":1573047117.071,"duration":0.001,"resource":"q","service":"d","name":"n"}}},"orphaned":[]}
                """);
        assertEquals(List.of("1573047117070500000", "1573047117071000000"), SpanFiles.column(traces, Requests.START));
        assertEquals(List.of("5600000", "1000000"), SpanFiles.column(traces, Requests.DURATION));
    }

    @Test
    void answersOfTheApi() throws Exception {
        Traces traces = read("""
                {"data":[{"id":"AAA","type":"spans","attributes":{"trace_id":"9","span_id":"7","parent_id":"0","resource_name":"GET /","operation_name":"web.request",
                  "service":"s","status":"error","start_timestamp":"2023-01-02T09:42:36.320Z","end_timestamp":"2023-01-02T09:42:36.420Z","custom":{"duration":100000000}}}]}
                """);
        assertEquals(List.of("100000000"), SpanFiles.column(traces, Requests.DURATION));
        assertEquals(List.of("1672652556320000000"), SpanFiles.column(traces, Requests.START));
        assertEquals(1, traces.asRequests().errors());
    }

    @Test
    void battery() throws Exception {
        ReaderBattery.run(folder, SENT.getBytes(StandardCharsets.UTF_8), "Datadog JSON", true);
    }
}
