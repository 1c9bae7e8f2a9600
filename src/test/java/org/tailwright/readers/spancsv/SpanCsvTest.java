package org.tailwright.readers.spancsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.spans.SpanFiles;

class SpanCsvTest {
    private static final String BOTH = """
            TraceID,SpanID,ParentID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano,Duration,"odd, name"
            t1,a,root,front-1,GET /,1675083572737000000,1675083572759983459,22983,x
            t1,b,a,back-1,"query ""q"", all",1675083572738000000,1675083572739000999,1000,
            t1,c,a,back-1,late,1675083572740000000,1675083572741000000,7,y
            """;

    @TempDir
    Path folder;

    private Traces read(String text) throws Exception {
        return SpanFiles.traces(SpanFiles.read(folder, text));
    }

    @Test
    void endsGiveDurationsAndTheirUnit() throws Exception {
        String many = BOTH + "t1,d,a,back-1,x,1675083572740000000,1675083572741000000,1000,\n"
                + "t1,e,a,back-1,x,1675083572740000000,1675083572741000000,1000,\n" + "t1,f,a,b,x,1675083572740000000,1675083572741000000,1000,\n"
                + "t1,g,a,b,x,1675083572740000000,1675083572741000000,1000,\n".repeat(8);
        Traces traces = read(many);
        assertEquals(List.of("22983459", "1000999", "1000000"), SpanFiles.column(traces, Requests.DURATION).subList(0, 3));
        assertEquals(List.of("-", "a", "a"), SpanFiles.column(traces, Traces.PARENT).subList(0, 3));
        assertEquals("query \"q\", all", SpanFiles.column(traces, Requests.LABEL).get(1));
        assertEquals("front-1", SpanFiles.column(traces, Requests.SERVICE).getFirst());
        assertTrue(traces.origin().trust().assumed().contains("Duration is in microseconds, as the ends show"), traces.origin().trust().toString());
        assertTrue(traces.origin().trust().doubts().contains("1 of 14 spans give a duration that is not end minus start, which is taken"),
                traces.origin().trust().toString());
    }

    @Test
    void theUnitFollowsFromChildrenWithinParents() throws Exception {
        StringBuilder text = new StringBuilder("timestamp,cmdb_id,parent_span,span_id,trace_id,duration,type,status_code,operation_name\n");
        for (int i = 0; i < 20; i++) {
            text.append("1647705600000,front,,p").append(i).append(",t").append(i).append(",49877,rpc,0,place\n");
            text.append("1647705600020,back,p").append(i).append(",c").append(i).append(",t").append(i).append(",9000,rpc,0,pay\n");
        }
        Traces traces = read(text.toString());
        assertEquals("49877000", SpanFiles.column(traces, Requests.DURATION).getFirst());
        assertEquals("1647705600000000000", SpanFiles.column(traces, Requests.START).getFirst());
        assertEquals("duration is taken as microseconds, the smallest unit in which children begin within their parents", traces.origin().trust().assumed().getFirst());
    }

    @Test
    void namedUnitsAndTheFinestStartWin() throws Exception {
        Traces traces = read("""
                time,traceID,spanID,serviceName,methodName,operationName,startTimeMillis,startTime,duration_ms,statusCode,parentSpanID
                x,t,a,s,m,op,1647705600000,1647705600000123,5,500,
                """);
        assertEquals("1647705600000123000", SpanFiles.column(traces, Requests.START).getFirst());
        assertEquals("5000000", SpanFiles.column(traces, Requests.DURATION).getFirst());
        assertEquals("op", SpanFiles.column(traces, Requests.LABEL).getFirst());
        assertEquals(1, traces.asRequests().errors());
    }

    @Test
    void datesAreTimes() throws Exception {
        Traces traces = read("""
                timestamp;host_ip;service_name;trace_id;span_id;parent_id;start_time;end_time;url;status_code
                2021-07-01;1.2.3.4;s;t;a;0;2021-07-01 10:54:19.000000;2021-07-01 10:54:19.250000;/x;200
                """);
        assertEquals("250000000", SpanFiles.column(traces, Requests.DURATION).getFirst());
        assertEquals("s", SpanFiles.column(traces, Requests.SERVICE).getFirst());
    }

    @Test
    void callGraphsHaveBothSides() throws Exception {
        Traces traces = read("""
                ,traceid,timestamp,rpcid,um,rpctype,dm,interface,rt
                0,T,1000,0.1,A,rpc,B,i1,13
                1,T,1002,0.1,A,rpc,B,i1,-10
                2,T,1004,0.1.1,B,mc,C,,2
                """);
        assertEquals(List.of("0.1", "0.1:server", "0.1.1"), SpanFiles.column(traces, Traces.SPAN));
        assertEquals(List.of("0", "0.1", "0.1:server"), SpanFiles.column(traces, Traces.PARENT));
        assertEquals(List.of("A", "B", "B"), SpanFiles.column(traces, Requests.SERVICE));
        assertEquals(List.of("i1", "i1", "mc"), SpanFiles.column(traces, Requests.LABEL));
        assertEquals(List.of("13000000", "10000000", "2000000"), SpanFiles.column(traces, Requests.DURATION));
        assertEquals(List.of("client", "server", "client"), SpanFiles.column(traces, Traces.KIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeStamp,elapsed,label,responseCode\n1,2,a,200\n", "trace_id,span_id,time,message\n1,2,3,x\n", "time,value\n1,2\n",
        "Timestamp,TraceID,SpanID,PodName,TimeUnixNano,Log\n1,2,3,4,5,6\n", "{\"trace_id\":1,\"span_id\":2,\"parent_id\":3,\"start\":4,\"duration\":5}\n"})
    void otherTablesAreNotTouched(String text) {
        Head head = new Head("x.csv", text.getBytes(StandardCharsets.UTF_8), true);
        assertEquals(Reader.Claim.NO, new SpanCsv().recognises(head));
    }

    @Test
    void badLinesCostThemselves() throws Exception {
        ReadResult result = SpanFiles.read(folder, BOTH + "t1,z,a,p,x,not a time,1675083572741000000,1\nshort\n");
        assertEquals(3, result.datasets().getFirst().rows());
        assertEquals(2, result.skipped());
        assertEquals(5, result.diagnostics().getFirst().line());
        assertFalse(result.diagnostics().getFirst().message().isBlank());
    }

    @Test
    void battery() throws Exception {
        ReaderBattery.run(folder, BOTH.getBytes(StandardCharsets.UTF_8), "span CSV", true);
    }
}
