package org.tailwright.readers.zipkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFiles;

class ZipkinReaderTest {
    private static final String CALL = """
            [[
             {"traceId":"00000000000000aa","id":"0000000000000001","name":"get /","kind":"SERVER","timestamp":1000000,"duration":900,
              "localEndpoint":{"serviceName":"front","ipv4":"10.0.0.1","port":80},"tags":{"http.path":"/","error":""}},
             {"traceId":"00000000000000aa","parentId":"0000000000000001","id":"0000000000000002","name":"call","kind":"CLIENT",
              "timestamp":1000100,"duration":700,"localEndpoint":{"serviceName":"front","ipv4":"10.0.0.1"}},
             {"traceId":"00000000000000aa","parentId":"0000000000000001","id":"0000000000000002","name":"called","kind":"SERVER","shared":true,
              "timestamp":1000200,"duration":500,"localEndpoint":{"serviceName":"back","ipv4":"10.0.0.2"},"remoteEndpoint":{"serviceName":"front"}},
             {"traceId":"00000000000000aa","parentId":"0000000000000002","id":"0000000000000003","name":"query","kind":"CLIENT",
              "timestamp":1000300,"duration":100,"localEndpoint":{"serviceName":"back","ipv4":"10.0.0.2"}}
            ]]
            """;

    @TempDir
    Path folder;

    private Traces read(String text) throws Exception {
        return SpanFiles.traces(SpanFiles.read(folder, text));
    }

    private static List<String> links(Traces traces) {
        List<String> spans = SpanFiles.column(traces, Traces.SPAN);
        List<String> parents = SpanFiles.column(traces, Traces.PARENT);
        return IntStream.range(0, spans.size()).mapToObj(i -> spans.get(i).replaceFirst("^0+", "") + "<" + parents.get(i).replaceFirst("^0+", "")).toList();
    }

    @Test
    void bothSidesOfACallAreKeptAndToldApart() throws Exception {
        Traces traces = read(CALL);
        assertEquals(List.of("1<-", "2<1", "2:server<2", "3<2:server"), links(traces));
        assertEquals(List.of("front", "front", "back", "back"), SpanFiles.column(traces, Requests.SERVICE));
        assertEquals(List.of("server", "client", "server", "client"), SpanFiles.column(traces, Traces.KIND));
        assertEquals(List.of("900000", "700000", "500000", "100000"), SpanFiles.column(traces, Requests.DURATION));
        assertEquals("1000000000", SpanFiles.column(traces, Requests.START).getFirst());
        assertEquals(1, traces.asRequests().errors());
        assertEquals(List.of(), traces.origin().trust().doubts());
        assertEquals(List.of("1 of 4 spans bear the id of the span that called them; here their ids end in ':server'"), traces.origin().trust().assumed());
    }

    @Test
    void aChildOfTheCallerStaysWithTheCaller() throws Exception {
        Traces traces = read(CALL.replace("\"name\":\"query\",\"kind\":\"CLIENT\"", "\"name\":\"local\"").replace(
                "\"timestamp\":1000300,\"duration\":100,\"localEndpoint\":{\"serviceName\":\"back\",\"ipv4\":\"10.0.0.2\"}",
                "\"timestamp\":1000300,\"duration\":100,\"localEndpoint\":{\"serviceName\":\"front\",\"ipv4\":\"10.0.0.1\"}"));
        assertEquals("3<2", links(traces).getLast());
    }

    @Test
    void severalCalledSidesAreToldApartByTheirAddress() throws Exception {
        Traces traces = read("""
                [{"traceId":"aa","id":"1","name":"send","kind":"CLIENT","timestamp":1000,"duration":9,"localEndpoint":{"serviceName":"a"}},
                 {"traceId":"aa","id":"1","name":"x","kind":"SERVER","shared":true,"timestamp":1001,"duration":5,"localEndpoint":{"serviceName":"b","ipv4":"10.0.0.1"}},
                 {"traceId":"aa","id":"1","name":"y","kind":"SERVER","shared":true,"timestamp":1001,"duration":6,"localEndpoint":{"serviceName":"b","ipv4":"10.0.0.2"}},
                 {"traceId":"aa","id":"2","parentId":"1","name":"z","timestamp":1002,"duration":1,"localEndpoint":{"serviceName":"b","ipv4":"10.0.0.2"}}]
                """);
        assertEquals(List.of("1<-", "1:server<1", "1:server2<1", "2<1:server2"), links(traces));
    }

    @Test
    void spansWithoutTimesAreLeftOutAndTheirChildrenHangAbove() throws Exception {
        ReadResult result = SpanFiles.read(folder, """
                [{"traceId":"aa","id":"1","name":"root","timestamp":1000,"duration":9,"localEndpoint":{"serviceName":"a"}},
                 {"traceId":"aa","id":"2","parentId":"1","name":"open","timestamp":1001,"localEndpoint":{"serviceName":"a"}},
                 {"traceId":"aa","id":"3","parentId":"2","name":"leaf","timestamp":1002,"duration":1,"localEndpoint":{"serviceName":"a"}}]
                """);
        Traces traces = SpanFiles.traces(result);
        assertEquals(List.of("1<-", "3<1"), links(traces));
        assertEquals(1, result.skipped());
        assertEquals(List.of("1 of 3 spans without start or end are left out; calls that never ended may be the slowest",
                "1 of 3 spans below one that was left out hang on the nearest span above it"), traces.origin().trust().doubts());
    }

    @Test
    void versionOneBecomesBothSides() throws Exception {
        Traces traces = read("""
                [{"traceId":"aa","id":"2","parentId":"1","name":"rpc","timestamp":1000,"duration":100,"annotations":[
                  {"timestamp":1000,"value":"cs","endpoint":{"serviceName":"front","ipv4":"10.0.0.1","port":1}},
                  {"timestamp":1020,"value":"sr","endpoint":{"serviceName":"back","ipv4":"10.0.0.2","port":2}},
                  {"timestamp":1070,"value":"ss","endpoint":{"serviceName":"back","ipv4":"10.0.0.2","port":2}},
                  {"timestamp":1100,"value":"cr","endpoint":{"serviceName":"front","ipv4":"10.0.0.1","port":1}}],
                  "binaryAnnotations":[{"key":"http.path","value":"/x","endpoint":{"serviceName":"back"}},{"key":"sa","value":true,"endpoint":{"serviceName":"back"}}]},
                 {"traceId":"aa","id":"1","name":"local","timestamp":900,"duration":400,"annotations":[],
                  "binaryAnnotations":[{"key":"lc","value":"job","endpoint":{"serviceName":"front"}}]}]
                """);
        assertEquals(List.of("2<1", "2:server<2", "1<-"), links(traces));
        assertEquals(List.of("100000", "50000", "400000"), SpanFiles.column(traces, Requests.DURATION));
        assertEquals(List.of("1000000", "1020000", "900000"), SpanFiles.column(traces, Requests.START));
        assertEquals(List.of("front", "back", "front"), SpanFiles.column(traces, Requests.SERVICE));
    }

    @Test
    void shortAndLongTraceIdsOfOneTraceAreJoined() throws Exception {
        Traces traces = read("""
                [{"traceId":"463ac35c9f6413ad48485a3953bb6124","id":"1","name":"a","timestamp":1000,"duration":9,"localEndpoint":{"serviceName":"a"}},
                 {"traceId":"48485a3953bb6124","id":"2","parentId":"1","name":"b","timestamp":1001,"duration":1,"localEndpoint":{"serviceName":"b"}}]
                """);
        assertEquals(1, SpanFiles.column(traces, Requests.TRACE).stream().distinct().count());
        assertEquals(1, traces.roots().rows());
    }

    @Test
    void aDamagedLineCostsItself() throws Exception {
        String line = "{\"traceId\":\"aa\",\"id\":\"%s\",\"name\":\"n\",\"timestamp\":1000,\"duration\":9,\"localEndpoint\":{\"serviceName\":\"a\"}}\n";
        ReadResult result = SpanFiles.read(folder, line.formatted("1") + line.formatted("2").substring(0, 30) + "\n" + line.formatted("3"));
        assertEquals(2, result.datasets().getFirst().rows());
        assertEquals(2, result.diagnostics().getFirst().line());
        assertTrue(result.diagnostics().getFirst().message().startsWith("the line is no whole JSON value: the text ends in the middle of a value"));
    }

    @Test
    void nothingSensibleIsRefusedAndNothingAtAllIsSaid() throws Exception {
        assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, "[{\"traceId\":\"aa\",\"id\":\"1\",\"name\":\"n\",\"localEndpoint\":{}}]"));
    }

    @Test
    void battery() throws Exception {
        ReaderBattery.run(folder, CALL.getBytes(StandardCharsets.UTF_8), "Zipkin JSON", true);
    }
}
