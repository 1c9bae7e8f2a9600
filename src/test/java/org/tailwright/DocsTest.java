package org.tailwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Readers;

/// The documents speak of what is there.
final class DocsTest {
    private static final Path CODE = Path.of("src/main/java/org/tailwright");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `([a-z/]+)` \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyPackageThatTheArchitectureNamesExists() throws IOException {
        Matcher match = PACKAGE.matcher(Files.readString(Path.of("docs/architecture.md")));
        List<String> named = new ArrayList<>();
        while (match.find()) {
            named.add(match.group(1));
        }
        List<String> missing = named.stream().filter(each -> !Files.isDirectory(CODE.resolve(each))).toList();
        assertEquals(List.of(), missing);
        try (Stream<Path> there = Files.list(CODE)) {
            List<String> silent = there.filter(Files::isDirectory).map(each -> each.getFileName().toString()).filter(each -> !named.contains(each)).sorted().toList();
            assertEquals(List.of(), silent, "packages that docs/architecture.md does not name");
        }
    }

    @Test
    void noLinkIsDead() throws IOException {
        List<String> dead = new ArrayList<>();
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> all = Files.walk(Path.of("docs"))) {
            all.filter(each -> each.toString().endsWith(".md")).forEach(pages::add);
        }
        for (Path page : pages) {
            Matcher match = LINK.matcher(Files.readString(page));
            while (match.find()) {
                Path target = page.resolveSibling(match.group(1));
                if (!Files.exists(target)) {
                    dead.add(page + " → " + match.group(1));
                }
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(pages.size() > 8, pages.toString());
    }

    @Test
    void everyFormatIsDescribed() throws IOException {
        String text = Files.readString(Path.of("docs/formats.md"));
        List<String> silent = Readers.ALL.stream().map(Reader::format).filter(each -> !text.contains(each)).toList();
        assertEquals(List.of(), silent, "formats that docs/formats.md does not describe");
    }

    @Test
    void decisionsAreShortAndComplete() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("docs/decisions"))) {
            List<Path> records = all.filter(each -> each.toString().endsWith(".md")).sorted().toList();
            assertTrue(records.size() >= 9, records.toString());
            for (Path each : records) {
                List<String> lines = Files.readAllLines(each);
                assertTrue(lines.size() <= 60, each + " has " + lines.size() + " lines");
                String text = String.join("\n", lines);
                for (String part : List.of("**Question**", "**Options**", "**Choice**", "**Consequences**", "**Confirmed by**")) {
                    assertTrue(text.contains(part), each + " lacks " + part);
                }
            }
        }
    }
}
