package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailwright.work.Work;

/// Bytes that a fuzzer made and a reader once stumbled over, small and our own: each must be read or refused, by every reader that claims it.
class FoundByFuzzingTest {
    private static final Path FOUND = Path.of("src/test/resources/fuzz");

    static List<Path> found() throws IOException {
        try (Stream<Path> files = Files.list(FOUND)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("found")
    void isReadOrRefused(Path file) throws IOException {
        for (Reader each : Readers.ALL) {
            try (Source source = Source.of(file)) {
                if (each.recognises(source.head()) != Reader.Claim.NO) {
                    assertNotNull(each.read(source, ReadOptions.DEFAULT, Work.NONE));
                }
            } catch (UnreadableFile e) {
                assertFalse(e.getMessage().isBlank(), each.format());
            }
        }
    }

    @Test
    void theFilesAreThere() throws IOException {
        assertTrue(found().size() >= 1);
    }
}
