package org.tailwright.readers.firefox;

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
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.ProfileFiles;

class FirefoxProfileTest {
    private static final String GECKO_TABLES = "\"stackTable\":{\"data\":[[null,0],[0,1],[1,2]],\"schema\":{\"prefix\":0,\"frame\":1}},"
            + "\"frameTable\":{\"schema\":{\"location\":0,\"line\":1},\"data\":[[0],[1,7],[2]]},"
            + "\"stringTable\":[\"(root)\",\"js::Run\",\"work (http://x/a.js:3:1)\"]";
    private static final String GECKO = "{\"meta\":{\"startTime\":1000.5,\"interval\":1,\"stackwalk\":1},\"threads\":[{\"name\":\"GeckoMain\",\"processType\":\"default\","
            + GECKO_TABLES + ",\"samples\":{\"schema\":{\"stack\":0,\"time\":1},\"data\":[[2,0.25],[1,1.5],[null,2]]}}],"
            + "\"processes\":[{\"meta\":{\"startTime\":2000},\"threads\":[{\"name\":\"GeckoMain\",\"processType\":\"tab\",\"pid\":12," + GECKO_TABLES
            + ",\"samples\":{\"schema\":{\"stack\":0,\"time\":1},\"data\":[[1,3]]}}],\"processes\":[]}]}";
    private static final List<String> GECKO_ROWS = List.of("n:GeckoMain;c:js::Run;s:work (http://x/a.js:3:1) 1 @1000750000 GeckoMain",
            "n:GeckoMain;c:js::Run 1 @1002000000 GeckoMain", "n:GeckoMain (tab 12);c:js::Run 1 @2003000000 GeckoMain (tab 12)");

    @TempDir
    Path folder;

    private Recording recording(String content) throws Exception {
        return ProfileFiles.recordings(ProfileFiles.read(folder, content)).getFirst();
    }

    @Test
    void geckoProcessesCountFromTheirOwnStart() throws Exception {
        assertEquals(GECKO_ROWS, ProfileFiles.rows(recording(GECKO)));
        assertEquals(GECKO_ROWS, ProfileFiles.rows(recording("{\"label\":\"x\",\"profile\":" + GECKO + ",\"ticks\":[]}")));
    }

    private static String processed(String samples, String more, boolean shared) {
        String tables = "\"stackTable\":{\"length\":2,\"prefix\":[null,0],\"frame\":[0,1]},\"frameTable\":{\"length\":2,\"func\":[0,1]},"
                + "\"funcTable\":{\"length\":2,\"name\":[0,1],\"isJS\":[false,true],\"resource\":[0,-1],\"fileName\":[null,2],\"lineNumber\":[null,34]},"
                + "\"resourceTable\":{\"length\":1,\"name\":[3]}," + "\"stringArray\":[\"0x1f\",\"go\",\"a.js\",\"libx.so\"]";
        String thread = "{\"name\":\"Main\"," + (shared ? "" : tables + ",") + "\"samples\":" + samples + more + "}";
        return "{\"threads\":[" + thread + "],\"meta\":{\"preprocessedProfileVersion\":24,\"startTime\":10}" + (shared ? ",\"shared\":{" + tables + "}" : "") + "}";
    }

    @Test
    void processedTablesOfAThreadOrShared() throws Exception {
        List<String> rows = List.of("n:Main;n:0x1f libx.so;s:go (a.js:34) 1 @11000000 Main", "n:Main;n:0x1f libx.so 1 @13000000 Main");
        String samples = "{\"length\":2,\"stack\":[1,0],\"time\":[1,3],\"weight\":null,\"weightType\":\"samples\"}";
        assertEquals(rows, ProfileFiles.rows(recording(processed(samples, "", false))));
        assertEquals(rows, ProfileFiles.rows(recording(processed("{\"stack\":[1,0],\"timeDeltas\":[1,2]}", "", true))));
    }

    @Test
    void weightsOfTimeAndBytes() throws Exception {
        ReadResult result = ProfileFiles.read(folder, processed("{\"stack\":[1,0],\"time\":[1,3],\"weight\":[2,0.5],\"weightType\":\"tracing-ms\"}",
                ",\"nativeAllocations\":{\"stack\":[1],\"time\":[2],\"weight\":[640]}", false));
        assertEquals(List.of("traced time=2 2500000ns", "native allocations=1 640B"), ProfileFiles.totals(result));
    }

    @Test
    void brokenReferencesAreCounted() throws Exception {
        ReadResult result = ProfileFiles.read(folder, GECKO.replace("[[null,0],[0,1],[1,2]]", "[[2,0],[0,99],[1,2]]"));
        assertEquals(3, result.datasets().getFirst().rows());
        assertEquals("4 references between the tables lead nowhere", result.diagnostics().getLast().words());
        assertThrows(UnreadableFile.class, () -> ProfileFiles.read(folder, GECKO.substring(0, 60)));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, GECKO.getBytes(StandardCharsets.UTF_8), "Firefox profile", true);
    }

    @ParameterizedTest
    @CsvSource({"firefox-gecko-2.json,samples=21 21,1460221352723438000", "firefox-processed-3.json,samples=21 21,1460221352723438000",
            "firefox63-simple.json,samples=39 39,1536100486169862000"})
    void sharedSamples(String file, String totals, long start) throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-firefox/" + file);
        assertEquals(List.of(totals), ProfileFiles.totals(result));
        assertEquals(start, result.datasets().getFirst().span().orElseThrow().start());
    }
}
