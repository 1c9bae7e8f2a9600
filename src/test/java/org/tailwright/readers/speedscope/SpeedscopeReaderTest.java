package org.tailwright.readers.speedscope;

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

class SpeedscopeReaderTest {
    private static final String SCHEMA = "\"$schema\":\"https://www.speedscope.app/file-format-schema.json\"";
    private static final String FRAMES = "\"shared\":{\"frames\":[{\"name\":\"main\"},{\"name\":\"f\",\"file\":\"app.py\",\"line\":3},{\"name\":\"a/B.c\"}]}";

    @TempDir
    Path folder;

    private static String file(String... profiles) {
        return "{" + SCHEMA + ",\"profiles\":[" + String.join(",", profiles) + "]," + FRAMES + "}";
    }

    private static String sampled(String name, String unit, String rest) {
        return "{\"type\":\"sampled\",\"name\":\"" + name + "\",\"unit\":\"" + unit + "\"," + rest + "}";
    }

    @Test
    void sampledWeightsOfTimeTellTimes() throws Exception {
        ReadResult result = ProfileFiles.read(folder, file(sampled("p", "milliseconds", "\"startValue\":10,\"endValue\":14,\"samples\":[[0,1],[0],[0,2]],\"weights\":[1.5,2,0.5]")));
        Recording recording = ProfileFiles.recordings(result).getFirst();
        assertEquals(List.of("n:main;s:f (app.py) 1500000 @10000000", "n:main 2000000 @11500000", "n:main;j:a.B.c 500000 @13500000"), ProfileFiles.rows(recording));
        assertEquals(new TimeSpan(10_000_000, 14_000_000), recording.span().orElseThrow());
        assertEquals(List.of("time=3 4000000ns"), ProfileFiles.totals(result));
    }

    @Test
    void eventsBecomeASampleForEachStretch() throws Exception {
        String events = "\"events\":[{\"type\":\"O\",\"frame\":0,\"at\":1},{\"type\":\"O\",\"frame\":1,\"at\":2},{\"type\":\"C\",\"frame\":1,\"at\":5},"
                + "{\"type\":\"O\",\"frame\":2,\"at\":5},{\"type\":\"C\",\"frame\":2,\"at\":6},{\"type\":\"C\",\"frame\":0,\"at\":6}]";
        ReadResult result = ProfileFiles.read(folder, file("{\"type\":\"evented\",\"name\":\"e\",\"unit\":\"seconds\",\"startValue\":0,\"endValue\":9," + events + "}"));
        assertEquals(List.of("n:main 1000000000 @1000000000", "n:main;s:f (app.py) 3000000000 @2000000000", "n:main;j:a.B.c 1000000000 @5000000000"),
                ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()));
        assertEquals(0, result.problems());
    }

    @Test
    void profilesOfDifferentUnitsAreParted() throws Exception {
        ReadResult result = ProfileFiles.read(folder, "{\"activeProfileIndex\":1," + file(sampled("cpu", "nanoseconds", "\"samples\":[[0]],\"weights\":[7]"),
                sampled("alloc", "bytes", "\"samples\":[[0],[1]],\"weights\":[8,9]"), sampled("n", "none", "\"samples\":[[0]],\"weights\":[2]")).substring(1));
        assertEquals(List.of("alloc=2 17B", "cpu=1 7ns", "n=1 2"), ProfileFiles.totals(result));
        assertEquals(List.of("p alloc", "p cpu", "p n"), result.datasets().stream().map(each -> each.name()).toList());
    }

    @Test
    void threadsAreOneRecording() throws Exception {
        Recording recording = ProfileFiles.recordings(ProfileFiles.read(folder, file(sampled("Thread 1", "seconds", "\"samples\":[[0]],\"weights\":[1]"),
                sampled("Thread 2", "seconds", "\"samples\":[[0],[1]],\"weights\":[1,1]")))).getFirst();
        assertEquals("{Thread 1=1, Thread 2=2}", ProfileFiles.threads(recording).toString());
    }

    @Test
    void oddFilesAreReadAndSayIt() throws Exception {
        ReadResult result = ProfileFiles.read(folder, file(sampled("p", "none", "\"samples\":[[0,99],[0]],\"weights\":[3]")));
        assertEquals(List.of("n:main;n:(frame 99) 3", "n:main 1"), ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()));
        assertEquals(List.of("there are 2 samples of p and 1 weight; what has none counts once", "used but not described: 1 frame"),
                result.diagnostics().stream().map(each -> each.words()).toList());
        assertEquals(List.of(), ProfileFiles.read(folder, file()).datasets());
        assertThrows(UnreadableFile.class, () -> ProfileFiles.read(folder, "{" + SCHEMA + ",\"profiles\":[{\"samples\":[["));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, file(sampled("p", "milliseconds", "\"startValue\":10,\"samples\":[[0,1],[0],[0,2]],\"weights\":[1.5,2,0.5]"))
                .getBytes(StandardCharsets.UTF_8), "speedscope", true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"simple-sampled.speedscope.json|time=5 14000000000ns|0", "simple.speedscope.json|samples=4 14|0",
            "two-sampled.speedscope.json|two=5 14000000000ns, one=5 14000000000ns|0", "invalid-incomplete-trace.json|samples=1 100|0",
            "invalid-out-of-order-events.json|samples=4 4|1"})
    void sharedSamples(String file, String totals, long skipped) throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-speedscope/" + file);
        assertEquals(totals, String.join(", ", ProfileFiles.totals(result)));
        assertEquals(skipped, result.skipped());
        assertEquals(file.startsWith("invalid") ? 1 : 0, result.problems());
    }
}
