package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.work.Work;

class SourceTest {
    private static final String TEXT = "N,X\n1,64.9\n18,995.9 µs\n" + "😀,".repeat(9000) + "\n";

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] content(Path file) throws IOException {
        try (Source source = Source.of(file); InputStream in = source.stream()) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8"})
    void everyEncodingReadsAsUtf8(String charset) throws IOException {
        byte[] encoded = TEXT.getBytes(Charset.forName(charset));
        assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), content(file("a.csv", encoded)));
        assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), content(file("a.csv.gz", zipped(encoded))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"504b0304140000000800", "504b0506000000000000", "28b52ffd0458", "fd377a585a0000", "425a683931415926", "377abcaf271c0004"})
    void whatIsNotUnwrappedIsNamed(String hex) throws IOException {
        byte[] magic = java.util.HexFormat.of().parseHex(hex);
        byte[] bytes = java.util.Arrays.copyOf(magic, 400);
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, bytes, magic.length, 300);
        String line = assertThrows(UnreadableFile.class, () -> Readers.read(file("wrapped", bytes), ReadOptions.DEFAULT, Work.NONE)).line();
        assertTrue(line.matches("the file is (compressed with|an? (empty )?(ZIP|7-Zip)).*"), line);
    }

    @Test
    void gzipInsideGzipIsNamed() throws IOException {
        Path twice = file("twice.gz", zipped(zipped(TEXT.getBytes(StandardCharsets.UTF_8))));
        String line = assertThrows(UnreadableFile.class, () -> Readers.read(twice, ReadOptions.DEFAULT, Work.NONE)).line();
        assertTrue(line.contains("gzip twice"), line);
    }

    @Test
    void byteOrderMarkIsTakenOff() throws IOException {
        assertArrayEquals("x".getBytes(StandardCharsets.UTF_8), content(file("b", "\uFEFFx".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void wrappedContentIsSpooledAndRemoved() throws IOException {
        Path spooled;
        try (Source source = Source.of(file("c.csv.gz", zipped(TEXT.getBytes(StandardCharsets.UTF_8))))) {
            assertEquals("c.csv", source.name());
            spooled = source.file();
            assertEquals(TEXT, Files.readString(spooled));
        }
        assertFalse(Files.exists(spooled));
    }

    @Test
    void headLinesLeaveOutACutLine() throws IOException {
        Head head = new Head("x", "a\nb\nc".getBytes(StandardCharsets.UTF_8), false);
        assertEquals(2, head.lines(10).size());
        assertEquals(3, new Head("x", head.bytes(), true).lines(10).size());
    }

    @Test
    void emptyAndUnknownFilesAreRefusedInASentence() throws IOException {
        Path empty = file("empty", new byte[0]);
        Path noise = file("noise", new byte[] {1, 2, 3, 4, 0, 0, 9});
        assertEquals("the file is empty",
                assertThrows(UnreadableFile.class, () -> Readers.read(empty, ReadOptions.DEFAULT, Work.NONE)).getMessage());
        assertThrows(UnreadableFile.class, () -> Readers.read(noise, ReadOptions.DEFAULT, Work.NONE));
    }
}
