package org.tailwright.readers.cpuprofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Recording;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.ProfileFiles;

class V8ProfileTest {
    private static final String NODES = "\"nodes\":[" + node(1, "(root)", "", -1, "\"children\":[2,4]") + "," + node(2, "f", "file:///a.js", 9, "\"children\":[3]") + ","
            + node(3, "", "b.js", 0, "\"hitCount\":1") + "," + node(4, "(idle)", "", -1, "\"hitCount\":1") + "]";
    private static final String FILE = "{" + NODES + ",\"startTime\":1000,\"endTime\":2000,\"samples\":[3,2,4],\"timeDeltas\":[100,200,300]}";

    @TempDir
    Path folder;

    private static String node(int id, String name, String url, int line, String rest) {
        return "{\"id\":" + id + ",\"callFrame\":{\"functionName\":\"" + name + "\",\"scriptId\":\"1\",\"url\":\"" + url + "\",\"lineNumber\":" + line
                + ",\"columnNumber\":0}," + rest + "}";
    }

    private Recording recording(String content) throws Exception {
        return ProfileFiles.recordings(ProfileFiles.read(folder, content)).getFirst();
    }

    @Test
    void aSampleLastsUntilTheNext() throws Exception {
        Recording recording = recording(FILE);
        assertEquals(List.of("s:f (/a.js:10);s:(anonymous) (b.js:1) 200000 @1100000", "s:f (/a.js:10) 300000 @1300000", "n:(idle) 400000 @1600000"),
                ProfileFiles.rows(recording));
        assertEquals(new TimeSpan(1_000_000, 2_000_000), recording.span().orElseThrow());
        assertEquals(List.of("44 % of the time is (idle): the thread waited"), recording.origin().trust().doubts());
    }

    @Test
    void parentsInsteadOfChildrenAndAnyOrderOfMembers() throws Exception {
        String nodes = "\"nodes\":[" + node(7, "g", "", 0, "\"parent\":5") + "," + node(5, "f", "", 0, "\"parent\":1") + "," + node(1, "(root)", "", -1, "\"hitCount\":0") + "]";
        assertEquals(List.of("s:f;s:g 2000 @0", "s:f 0 @2000"), ProfileFiles.rows(recording("{\"timeDeltas\":[0,2],\"samples\":[7,5]," + nodes + "}")));
    }

    @Test
    void samplesOutOfOrderAreSorted() throws Exception {
        ReadResult result = ProfileFiles.read(folder, "{" + NODES + ",\"startTime\":0,\"endTime\":100,\"samples\":[2,3,2],\"timeDeltas\":[50,-20,40]}");
        assertEquals(List.of("s:f (/a.js:10);s:(anonymous) (b.js:1) 20000 @30000", "s:f (/a.js:10) 20000 @50000", "s:f (/a.js:10) 30000 @70000"),
                ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()));
        assertEquals(1, result.problems());
    }

    @Test
    void theOldNestedFormWithTimeStamps() throws Exception {
        String head = "{\"head\":{\"functionName\":\"(root)\",\"url\":\"\",\"lineNumber\":-1,\"id\":1,\"hitCount\":0,\"children\":[{\"functionName\":\"f\",\"url\":\"\","
                + "\"lineNumber\":4,\"id\":2,\"hitCount\":2,\"children\":[{\"functionName\":\"g\",\"url\":\"\",\"lineNumber\":5,\"hitCount\":1,\"children\":[],\"id\":3}]}]}";
        assertEquals(List.of("s:f;s:g 10000 @110000", "s:f 0 @120000"),
                ProfileFiles.rows(recording(head + ",\"startTime\":0,\"endTime\":0,\"samples\":[3,2],\"timestamps\":[100,110,120]}")));
        assertEquals(List.of("s:f;s:g 1", "s:f 2"), ProfileFiles.rows(recording(head + ",\"startTime\":0,\"endTime\":0}")));
    }

    @Test
    void heapProfilesWeighBytes() throws Exception {
        String head = "{\"head\":{\"callFrame\":{\"functionName\":\"(root)\",\"url\":\"\",\"lineNumber\":-1},\"selfSize\":0,\"id\":1,\"children\":[{\"callFrame\":"
                + "{\"functionName\":\"f\",\"url\":\"x.js\",\"lineNumber\":1},\"selfSize\":300,\"id\":2,\"children\":[]}]}";
        assertEquals(List.of("allocation=2 300B"), ProfileFiles.totals(ProfileFiles.read(folder,
                head + ",\"samples\":[{\"size\":100,\"nodeId\":2,\"ordinal\":1},{\"size\":200,\"nodeId\":2,\"ordinal\":2},{\"size\":9,\"nodeId\":77}]}")));
        assertEquals(List.of("s:f (x.js:2) 300"), ProfileFiles.rows(recording(head + "}")));
    }

    @Test
    void circlesAndDepthAreBorne() throws Exception {
        String circle = "\"nodes\":[" + node(1, "a", "", 0, "\"children\":[2]") + "," + node(2, "b", "", 0, "\"children\":[1]") + "]";
        ReadResult result = ProfileFiles.read(folder, "{" + circle + ",\"startTime\":0,\"endTime\":9,\"samples\":[1],\"timeDeltas\":[1]}");
        assertEquals(1, result.datasets().getFirst().rows());
        String open = "{\"functionName\":\"f\",\"id\":1,\"hitCount\":1,\"children\":[";
        String deep = "{\"head\":" + open.repeat(5000) + "]}".repeat(5000) + "}";
        assertEquals(1, ProfileFiles.recordings(ProfileFiles.read(folder, deep)).size());
        assertThrows(UnreadableFile.class, () -> ProfileFiles.read(folder, "{\"head\":" + open + "[".repeat(100_000)));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, FILE.getBytes(StandardCharsets.UTF_8), "V8 profile", true);
    }

    @ParameterizedTest
    @CsvSource({"chrome65-simple.cpuprofile,cpu=29 36317000ns,47892000", "node-2023-hello.cpuprofile,cpu=150 168955000ns,190704000",
            "node10-example.cpuprofile,cpu=29 34345000ns,0"})
    void sharedSamples(String file, String totals, long span) throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-cpuprofile/" + file);
        assertEquals(List.of(totals), ProfileFiles.totals(result));
        assertEquals(0, result.problems());
        if (span > 0) {
            assertEquals(span, result.datasets().getFirst().span().orElseThrow().length());
        }
    }
}
