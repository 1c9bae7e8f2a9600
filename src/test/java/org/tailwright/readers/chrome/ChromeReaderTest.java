package org.tailwright.readers.chrome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.SpanParents;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.spans.SpanFiles;
import org.tailwright.readers.stacks.ProfileFiles;

class ChromeReaderTest {
    private static final String SOME = """
            {"traceEvents":[
             {"ph":"X","pid":1,"tid":2,"ts":10.5,"dur":20.25,"name":"task","cat":"top","args":{"url":"/a","list":[1]}},
             {"ph":"X","pid":1,"tid":2,"ts":12,"dur":3,"name":"inner"},
             {"ph":"B","pid":1,"tid":3,"ts":0,"name":"outer"},
             {"ph":"E","pid":1,"tid":3,"ts":50,"args":{"result":"ok"}},
             {"ph":"b","pid":1,"tid":2,"ts":5,"id":"0x1","cat":"net","name":"load"},
             {"ph":"b","pid":1,"tid":3,"ts":6,"id":"0x1","cat":"net","name":"wait"},
             {"ph":"e","pid":1,"tid":3,"ts":7,"id":"0x1","cat":"net","name":"wait"},
             {"ph":"e","pid":1,"tid":2,"ts":9,"id":"0x1","cat":"net","name":"load"},
             {"ph":"C","pid":1,"ts":4,"name":"heap","args":{"used":2,"free":3.5}},
             {"ph":"C","pid":1,"ts":2,"name":"heap","args":{"used":1,"free":4}},
             {"ph":"i","pid":1,"tid":2,"ts":3,"name":"mark"},
             {"ph":"s","pid":1,"tid":2,"ts":13,"id":77,"name":"f"},
             {"ph":"f","pid":1,"tid":3,"ts":20,"id":77,"name":"f","bp":"e"},
             {"ph":"M","pid":1,"name":"process_name","args":{"name":"Browser"}},
             {"ph":"M","pid":1,"tid":2,"name":"thread_name","args":{"name":"main"}}
            ],"displayTimeUnit":"ns"}
            """;

    @TempDir
    Path folder;

    /// Name, start and duration in nanoseconds, and name of the parent.
    private static List<String> shape(Traces traces) {
        List<String> names = SpanFiles.column(traces, Requests.LABEL);
        int[] parents = SpanParents.of(traces.table()).rows();
        return IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + " " + traces.asRequests().starts().at(i) + "+"
                + traces.asRequests().durations().at(i) + (parents[i] < 0 ? "" : " in " + names.get(parents[i]))).sorted().toList();
    }

    private Traces read(String text) throws Exception {
        return SpanFiles.traces(SpanFiles.read(folder, text));
    }

    private static String x(String name, Object start, Object length) {
        return "{\"ph\":\"X\",\"pid\":0,\"tid\":0,\"ts\":" + start + ",\"dur\":" + length + ",\"name\":\"" + name + "\"}";
    }

    private static String be(String phase, String name, int time) {
        return "{\"ph\":\"" + phase + "\",\"pid\":0,\"tid\":0,\"ts\":" + time + ",\"name\":\"" + name + "\"}";
    }

    @Test
    void slicesNestWithinTheirTracks() throws Exception {
        ReadResult result = SpanFiles.read(folder, SOME);
        Traces traces = SpanFiles.traces(result);
        assertEquals(List.of("inner 12000+3000 in task", "load 5000+4000", "outer 0+50000", "task 10500+20250", "wait 6000+1000 in load"), shape(traces));
        assertEquals(3, SpanFiles.column(traces, Requests.TRACE).stream().distinct().count());
        assertEquals(List.of("Browser"), SpanFiles.column(traces, Requests.SERVICE).stream().distinct().toList());
        int task = SpanFiles.column(traces, Requests.LABEL).indexOf("task");
        int outer = SpanFiles.column(traces, Requests.LABEL).indexOf("outer");
        int inner = SpanFiles.column(traces, Requests.LABEL).indexOf("inner");
        assertEquals("main", SpanFiles.column(traces, Requests.THREAD).get(task));
        assertEquals("thread 3", SpanFiles.column(traces, Requests.THREAD).get(outer));
        assertEquals("/a", SpanFiles.column(traces, "url").get(task));
        assertEquals("ok", SpanFiles.column(traces, "result").get(outer));
        assertEquals("77", SpanFiles.column(traces, "flow out").get(inner));
        assertEquals("77", SpanFiles.column(traces, "flow in").get(outer));
    }

    @Test
    void countersAreMetricsInOrderOfTime() throws Exception {
        Metrics metrics = (Metrics) SpanFiles.read(folder, SOME).datasets().getLast();
        assertEquals(List.of("heap used", "heap free"), metrics.series().stream().map(Metrics.Series::name).toList());
        Metrics.Series used = metrics.series().getFirst();
        assertEquals(2000, used.times().at(0));
        assertEquals(1.0, used.values().at(0));
        assertEquals(4000, used.times().at(1));
        assertEquals("Browser", used.labels().get("process"));
    }

    @Test
    void listsThatAreNotClosedAreWhole() throws Exception {
        String list = "[" + be("B", "a", 0) + ",\n" + x("b", 1, 2) + ",\n" + be("E", "a", 9);
        List<String> whole = shape(read(list + "]"));
        assertEquals(List.of("a 0+9000", "b 1000+2000 in a"), whole);
        for (String end : List.of("", ",", ",\n", ",]")) {
            ReadResult result = SpanFiles.read(folder, list + end);
            assertEquals(whole, shape(SpanFiles.traces(result)), end);
            assertEquals(0, result.skipped(), end);
        }
        ReadResult cut = SpanFiles.read(folder, list + ",{\"ph\":\"X\",\"ts\":3");
        assertEquals(whole, shape(SpanFiles.traces(cut)));
        assertEquals(1, cut.skipped());
    }

    @Test
    void orderInTheFileDoesNotMatter() throws Exception {
        assertEquals(List.of("A 0+10000", "B 1000+8000 in A", "C 2000+6000 in B"),
                shape(read("[" + be("B", "B", 1) + "," + be("E", "B", 9) + "," + be("B", "A", 0) + "," + be("E", "A", 10) + "," + be("B", "C", 2) + "," + be("E", "C", 8) + "]")));
        assertEquals(List.of("c 4000+1000 in p", "p 0+10000"), shape(read("[" + x("c", 4, 1) + "," + x("p", 0, 10) + "]")));
    }

    @Test
    void missingBeginningsAndEndsAreCounted() throws Exception {
        Traces open = read("[" + be("B", "A", 0) + "," + be("B", "B", 1) + "," + be("B", "C", 2) + "]");
        assertEquals(List.of("A 0+2000", "B 1000+1000 in A", "C 2000+0 in B"), shape(open));
        assertTrue(open.origin().trust().doubts().getFirst().startsWith("3 of 3 slices have no end"));
        Traces extra = read("[" + be("B", "A", 0) + "," + be("E", "A", 5) + "," + be("E", "X", 7) + "]");
        assertEquals(List.of("1 of 2 ends have no beginning in the file and are left out"), extra.origin().trust().doubts());
        Traces closed = read("[" + be("B", "A", 0) + "," + be("B", "lost", 1) + "," + be("E", "A", 5) + "," + be("B", "next", 6) + "," + be("E", "next", 7) + "]");
        assertEquals(List.of("A 0+5000", "lost 1000+4000 in A", "next 6000+1000"), shape(closed));
    }

    @Test
    void endsBeforeTheirBeginningsAtOneTimeFit() throws Exception {
        assertEquals(List.of("A 0+10000", "B 1000+0 in A", "C 2000+0 in A", "D 3000+0 in A"), shape(read("[" + String.join(",", be("B", "A", 0), be("B", "B", 1),
                be("E", "B", 1), be("E", "C", 2), be("B", "C", 2), x("D", 3, 0), be("E", "A", 10)) + "]")));
    }

    @Test
    void slicesThatOverlapHangOnWhatContainsThem() throws Exception {
        Traces traces = read("[" + x("all", 0, 20) + "," + x("a", 1, 10) + "," + x("b", 5, 10) + "," + x("in", 12, 2) + "]");
        assertEquals(List.of("a 1000+10000 in all", "all 0+20000", "b 5000+10000 in all", "in 12000+2000 in b"), shape(traces));
        assertTrue(traces.origin().trust().doubts().getFirst().startsWith("1 of 4 slices overlap"));
    }

    @Test
    void timesOfDayAreExact() throws Exception {
        Traces traces = read("[" + x("a", "1700000000000000.125", "0.5") + "]");
        assertEquals(List.of("a 1700000000000000125+500"), shape(traces));
        assertEquals(1, traces.origin().trust().assumed().size());
        Traces based = read("{\"baseTimeNanoseconds\":1700000000000000000,\"traceEvents\":[" + x("a", 1, 1) + "]}");
        assertEquals(List.of("a 1700000000000001000+1000"), shape(based));
    }

    @Test
    void bareNumbersInMicroseconds() {
        assertEquals(1_500, ChromeTimes.nanos("1.5"));
        assertEquals(433_087_536_369_123L, ChromeTimes.nanos("433087536369.123"));
        assertEquals(1_000_000, ChromeTimes.nanos("1e3"));
        assertEquals(Long.MIN_VALUE, ChromeTimes.nanos("1e400"));
        assertEquals(0, ChromeTimes.nanos("1e-999999999"));
        assertEquals(Long.MIN_VALUE, ChromeTimes.nanos("x"));
    }

    @Test
    void samplesOnlyAreNoSlices() throws Exception {
        ReadResult result = SpanFiles.read(folder, "{\"traceEvents\":[{\"ph\":\"P\",\"pid\":1,\"tid\":1,\"ts\":1,\"name\":\"Profile\"}]}");
        assertEquals(0, result.datasets().size());
        assertEquals(2, result.problems());
    }

    private static String frame(int id, String name, String more) {
        return "{\"id\":" + id + more + ",\"callFrame\":{\"functionName\":\"" + name + "\",\"url\":\"\",\"scriptId\":0,\"lineNumber\":1}}";
    }

    private static String chunk(String data) {
        return "{\"args\":{\"data\":{" + data + "}},\"cat\":\"v8\",\"id\":\"0x1\",\"name\":\"ProfileChunk\",\"ph\":\"P\",\"pid\":1,\"tid\":9,\"ts\":1}";
    }

    /// Samples at 100, 110, 130 and 160 µs; nodes of the second piece hang on those of the first.
    private static final String PROFILE = "{\"traceEvents\":[{\"ph\":\"P\",\"pid\":1,\"tid\":2,\"ts\":1,\"id\":\"0x1\",\"name\":\"Profile\",\"args\":{\"data\":{\"startTime\":90}}},"
            + chunk("\"cpuProfile\":{\"nodes\":[" + frame(1, "(root)", "") + "," + frame(2, "f", ",\"parent\":1") + "],\"samples\":[2,1]},\"timeDeltas\":[10,10]") + ","
            + chunk("\"timeDeltas\":[20,30],\"lines\":[0,0],\"cpuProfile\":{\"samples\":[3,2],\"nodes\":[" + frame(3, "g", ",\"parent\":2") + "]}") + ","
            + chunk("\"endTime\":165") + ",{\"ph\":\"M\",\"pid\":1,\"tid\":2,\"name\":\"thread_name\",\"args\":{\"name\":\"Main\"}}]}";

    @Test
    void profilesInPiecesAreSamples() throws Exception {
        ReadResult result = SpanFiles.read(folder, PROFILE);
        Recording recording = (Recording) result.datasets().getFirst();
        assertEquals(List.of("s:f 10000 @100000 Main (process 1)", " 20000 @110000 Main (process 1)", "s:f;s:g 30000 @130000 Main (process 1)",
                "s:f 5000 @160000 Main (process 1)"), ProfileFiles.rows(recording));
        assertEquals(1, result.datasets().size());
        assertEquals(0, result.problems());
    }

    @Test
    void wholeProfilesOfOldBrowsers() throws Exception {
        ReadResult result = SpanFiles.read(folder, "[" + x("a", 1, 1) + ",{\"ph\":\"I\",\"pid\":1,\"tid\":2,\"ts\":1,\"name\":\"CpuProfile\",\"args\":{\"data\":{\"cpuProfile\":"
                + "{\"startTime\":5,\"endTime\":20,\"nodes\":[" + frame(1, "f", "") + "],\"samples\":[1,1],\"timeDeltas\":[5,5]}}}}]");
        Recording recording = (Recording) result.datasets().get(1);
        assertEquals(List.of("s:f 5000 @10000 thread 2 (process 1)", "s:f 5000 @15000 thread 2 (process 1)"), ProfileFiles.rows(recording));
    }

    @Test
    void batteryOfProfiles() throws Exception {
        ReaderBattery.run(folder, PROFILE.getBytes(StandardCharsets.UTF_8), "Chrome trace events", true);
    }

    @Test
    void battery() throws Exception {
        ReaderBattery.run(folder, SOME.getBytes(StandardCharsets.UTF_8), "Chrome trace events", true);
    }
}
