package org.tailwright.readers.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFiles;
import org.tailwright.readers.spans.SpanSamples;

class JaegerReaderTest {
    private static final String TRACE = "000000000000000000000000000000ab";

    @TempDir
    Path folder;

    @Test
    void processesReferencesTagsAndSampler() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, SpanSamples.jaeger()));
        assertEquals(List.of("start=1000000 duration=100000 label=GET / service=front trace=" + TRACE
                        + " span=0000000000000001 parent=- kind=server failed=false weight=4.0 error=- host=h1 sampler.param=0.25 sampler.type=probabilistic ",
                "start=1010000 duration=50000 label=query service=db trace=" + TRACE
                        + " span=0000000000000002 parent=0000000000000001 kind=- failed=true weight=4.0 error=true host=- sampler.param=- sampler.type=- "),
                SpanFiles.rows(traces));
    }

    @Test
    void aTraceByItselfIsTheSame() throws Exception {
        String answer = SpanSamples.jaeger();
        String bare = answer.substring(answer.indexOf('[') + 1, answer.lastIndexOf(']'));
        assertEquals(SpanFiles.rows(SpanFiles.traces(SpanFiles.read(folder, answer))), SpanFiles.rows(SpanFiles.traces(SpanFiles.read(folder, bare))));
    }

    @Test
    void spansOneALineAsStorageHoldsThem() throws Exception {
        String lines = """
                {"traceID":"00000000000000ab","spanID":"0000000000000001","operationName":"GET /","references":[],"startTime":1000,"startTimeMillis":1,"duration":100,\
                "tags":[{"key":"span.kind","type":"string","value":"server"}],"tag":{"http@method":"GET"},"process":{"serviceName":"front","tags":[],"tag":{"host":"h1"}}}
                {"traceID":"00000000000000ab","spanID":
                {"_index":"jaeger-span-2024","_source":{"traceID":"00000000000000ab","spanID":"0000000000000002","operationName":"query","references":[{"refType":"CHILD_OF",\
                "traceID":"00000000000000ab","spanID":"0000000000000001"}],"startTime":1010,"duration":50,"tags":[],"process":{"serviceName":"db","tags":[]}}}
                """;
        ReadResult result = SpanFiles.read(folder, lines);
        assertEquals(List.of("start=1000000 duration=100000 label=GET / service=front trace=" + TRACE
                        + " span=0000000000000001 parent=- kind=server failed=false host=h1 http.method=GET ",
                "start=1010000 duration=50000 label=query service=db trace=" + TRACE
                        + " span=0000000000000002 parent=0000000000000001 kind=- failed=false host=- http.method=- "), SpanFiles.rows(SpanFiles.traces(result)));
        assertEquals(2, result.diagnostics().getFirst().line());
    }

    @Test
    void answersOfASearch() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, """
                {"took":1,"hits":{"total":1,"hits":[{"_source":{"traceID":"ab","spanID":"1","operationName":"a","startTime":1,"duration":2,"process":{"serviceName":"s"}}}]}}
                """));
        assertEquals(List.of("s"), SpanFiles.column(traces, Requests.SERVICE));
    }

    @Test
    void protobufInJson() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, """
                {"spans":[{"traceId":"AAAAAAAAAAAAAAAAAAAAEg==","spanId":"AAAAAAAAAAQ=","operationName":"q","references":[{"refType":"CHILD_OF","traceId":"AAAAAAAAAAAAAAAAAAAAEg==",
                 "spanId":"AAAAAAAAAP8="}],"tags":[{"key":"n","vType":"INT64","vInt64":123},{"key":"error","vType":"BOOL","vBool":true}],
                 "startTime":"2017-01-26T16:46:31.639875Z","duration":"2000ns","process":{"serviceName":"s","tags":[]}}]}
                """));
        assertEquals(List.of("start=1485449191639875000 duration=2000 label=q service=s trace=00000000000000000000000000000012 span=0000000000000004 "
                + "parent=00000000000000ff kind=- failed=true error=true n=123 "), SpanFiles.rows(traces));
    }

    @Test
    void sidesOfACallWithOneIdAreToldApart() throws Exception {
        String span = "{\"traceID\":\"ab\",\"spanID\":\"%s\",\"operationName\":\"o\",\"references\":[%s],\"startTime\":1,\"duration\":2,\"tags\":[{\"key\":\"span.kind\",\"value\":\"%s\"}],"
                + "\"process\":{\"serviceName\":\"%s\"}}";
        String below = "{\"refType\":\"CHILD_OF\",\"traceID\":\"ab\",\"spanID\":\"1\"}";
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, "{\"data\":[{\"traceID\":\"ab\",\"spans\":[" + span.formatted("1", "", "client", "a") + ","
                + span.formatted("1", "", "server", "b") + "," + span.formatted("2", below, "internal", "b") + "]}]}"));
        assertEquals(List.of("1", "1:server", "2"), SpanFiles.column(traces, Traces.SPAN));
        assertEquals(List.of("-", "1", "1:server"), SpanFiles.column(traces, Traces.PARENT));
    }

    @Test
    void samplersByTraceState() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, """
                {"data":[{"traceID":"ab","spans":[{"traceID":"ab","spanID":"1","operationName":"o","startTime":1,"duration":2,"tags":[{"key":"w3c.tracestate","value":"x=y,ot=th:c"}]}]}]}
                """));
        assertEquals(List.of("4.0"), SpanFiles.column(traces, Requests.WEIGHT));
    }

    @Test
    void spansWithoutTimesAreNoTraces() {
        assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, "{\"data\":[{\"traceID\":\"1\",\"spans\":[{\"spanID\":\"2\",\"operationName\":\"x\"}]}]}"));
    }
}
