package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.work.Work;

/// Files made to hurt: what unpacks without end, nests without end, or names things without end.
class HostileFilesTest {
    @TempDir
    private Path folder;

    private ReadResult read(Path file) throws IOException, UnreadableFile {
        return Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
    }

    private UnreadableFile refused(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return assertThrows(UnreadableFile.class, () -> read(file));
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Path file = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("start,duration\n".getBytes(StandardCharsets.US_ASCII));
            byte[] zeros = "1700000000000,1\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
        }
        UnreadableFile refused = assertThrows(UnreadableFile.class, () -> read(file));
        assertEquals("the file unpacks to more than 300 times its size", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"resourceSpans\":", "{\"data\":[{\"traceID\":\"1\",\"spanID\":\"1\",\"operationName\":", "{\"traceEvents\":",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":", "{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\",\"shared\":",
            "[{\"traceId\":\"1\",\"id\":\"1\",\"kind\":"})
    void deepJsonEndsInASentence(String beginning) throws IOException {
        String line = refused("deep.json", beginning + "[".repeat(1_000_000)).line();
        assertFalse(line.contains("StreamReadConstraints"), line);
    }

    @Test
    void entitiesOfXmlAreNeverExpanded() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "do not show");
        String laughs = IntStream.range(1, 12).mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">").collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("laughs.jtl"), "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"ha\">" + laughs + "<!ENTITY f SYSTEM \""
                + secret.toUri() + "\">]><testResults version=\"1.2\"><httpSample t=\"1\" ts=\"1700000000000\" s=\"true\" lb=\"&l11;&f;\"/></testResults>");
        String said;
        try {
            said = read(file).toString();
        } catch (UnreadableFile e) {
            said = e.line();
        }
        assertFalse(said.contains("do not show") || said.contains("haha"), said);
    }

    @Test
    void aMillionColumnsAreBounded() throws IOException {
        String header = IntStream.range(0, 1_000_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Path file = Files.writeString(folder.resolve("wide.csv"), "time," + header + "\n" + "1700000000" + ",1".repeat(1_000_000) + "\n");
        try {
            assertTrue(read(file).datasets().size() <= 1);
        } catch (UnreadableFile e) {
            assertFalse(e.line().length() > 2000, "a refusal of " + e.line().length() + " characters");
        }
    }

    @Test
    void anUnknownFileGetsTheNearestGuesses() throws IOException {
        String line = refused("unknown.json", "{\"traceID\": \"7\", \"spanID\": 1}").line();
        assertTrue(line.startsWith("no format is recognised: the file is JSON; nearest: "), line);
        assertTrue(line.contains("not found"), line);
    }
}
