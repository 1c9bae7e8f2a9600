package org.tailwright.workspace.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.workspace.Hashes;

final class InvestigationFileTest {
    @TempDir
    Path folder = Path.of("");

    private final InvestigationFile files = new InvestigationFile(Disk.REAL);

    private Path file() {
        return folder.resolve("one.tailwright");
    }

    @Test
    void whatIsSavedIsReadAgain() throws IOException {
        Investigation full = Examples.full(folder);
        files.write(file(), full, Optional.empty());
        InvestigationFile.Loaded loaded = InvestigationFile.read(file());
        assertEquals(full, loaded.investigation());
        assertEquals(List.of(), loaded.remarks());
    }

    @Test
    void pathsAreRelativeToTheFileSoThatAFolderCanBeMovedAsAWhole() throws IOException {
        files.write(file(), Examples.full(folder), Optional.empty());
        assertFalse(Files.readString(file()).contains(folder.toString()));
        Path other = Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(file(), other.resolve("one.tailwright"));
        assertEquals(other.resolve("a.jtl").toAbsolutePath(), InvestigationFile.read(other.resolve("one.tailwright")).investigation().files().getFirst().path());
    }

    @Test
    void whatANewerVersionWroteIsKept() throws IOException {
        files.write(file(), Examples.full(folder), Optional.empty());
        String newer = Files.readString(file()).replace("\"version\" : 1", "\"version\" : 2, \"weather\" : {\"wind\" : [1, {\"gust\" : 12345678901234567890}]}")
                .replace("\"sha256\" : \"ab12\"", "\"sha256\" : \"ab12\", \"owner\" : \"me\"").replace("\"seed\" : 7", "\"seed\" : 7, \"mood\" : null");
        Files.writeString(file(), newer);
        InvestigationFile.Loaded loaded = InvestigationFile.read(file());
        assertTrue(loaded.remarks().getFirst().contains("newer version"));
        Investigation changed = new Investigation(loaded.investigation().files(), loaded.investigation().selection(),
                new Asked(List.of(), java.util.Map.of(), 8, Optional.empty()), List.of(), loaded.investigation().story(), loaded.investigation().seen());
        files.write(file(), changed, Optional.of(loaded));
        String again = Files.readString(file());
        assertTrue(again.contains("12345678901234567890") && again.contains("\"owner\" : \"me\"") && again.contains("\"mood\" : null"), again);
        assertTrue(again.contains("\"version\" : 2"), again);
        assertFalse(again.contains("usl2"), "a parameter that was taken away must not come back");
        assertEquals(changed, InvestigationFile.read(file()).investigation());
    }

    @Test
    void aFileThatOlderOnesMustNotReadIsRefusedInASentence() throws IOException {
        Files.writeString(file(), "{\"tailwright\": \"investigation\", \"version\": 9, \"needs\": 9}");
        assertTrue(assertThrows(UnreadableInvestigation.class, () -> InvestigationFile.read(file())).getMessage().contains("newer version"));
        for (String damaged : List.of("", "{", "[]", "{\"a\":1}", "\u0000\u0001", "{\"tailwright\": \"investigation\"")) {
            Files.writeString(file(), damaged);
            assertThrows(UnreadableInvestigation.class, () -> InvestigationFile.read(file()), damaged);
        }
    }

    /// Any byte changed gives an investigation or a sentence, nothing else.
    @Test
    void damageIsAnsweredWithASentence() throws IOException {
        files.write(file(), Examples.full(folder), Optional.empty());
        byte[] whole = Files.readAllBytes(file());
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Files.write(file(), bytes);
            try {
                InvestigationFile.read(file());
            } catch (UnreadableInvestigation e) {
                refused++;
                assertFalse(e.getMessage().isBlank());
            }
        }
        assertTrue(refused > 100 && refused < 2_000, "refused " + refused);
    }

    @Test
    void halfOfAnInvestigationIsWorthMoreThanNone() throws IOException {
        Files.writeString(file(), """
                {"tailwright": "investigation", "files": [{"path": "a"}, {}, 5], "objectives": ["p99<1s", "nonsense"],
                 "seen": {"zone": "Atlantis/Nowhere"}, "selection": {"window": {"startNanos": 5, "endNanos": 1}}, "seed": "x"}""");
        InvestigationFile.Loaded loaded = InvestigationFile.read(file());
        assertEquals(1, loaded.investigation().files().size());
        assertEquals(1, loaded.investigation().asked().objectives().size());
        assertEquals(5, loaded.remarks().size(), loaded.remarks().toString());
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() throws IOException {
        Investigation full = Examples.full(folder);
        files.write(file(), full, Optional.empty());
        InvestigationFile.Loaded mine = InvestigationFile.read(file());
        InvestigationFile.Loaded theirs = InvestigationFile.read(file());
        Investigation other = full.with(List.of());
        files.write(file(), other, Optional.of(theirs));
        assertTrue(assertThrows(ChangedOnDisk.class, () -> files.write(file(), full, Optional.of(mine))).getMessage().contains("Save as"));
        assertEquals(other, InvestigationFile.read(file()).investigation());
        InvestigationFile.Loaded again = files.write(file(), full, Optional.of(InvestigationFile.read(file())));
        files.write(file(), other, Optional.of(again));
    }

    @Test
    void aFullDiskLeavesWhatWasSaved() throws IOException {
        Investigation full = Examples.full(folder);
        InvestigationFile.Loaded before = files.write(file(), full, Optional.empty());
        for (int room : new int[] {0, 1, 100, 1500}) {
            InvestigationFile tight = new InvestigationFile(new Disk() {
                @Override
                public void write(Path path, byte[] bytes) throws IOException {
                    Files.write(path, java.util.Arrays.copyOf(bytes, Math.min(room, bytes.length)));
                    throw new FileSystemException(path.toString(), null, "No space left on device");
                }
            });
            IOException e = assertThrows(IOException.class, () -> tight.write(file(), full.with(List.of()), Optional.of(before)));
            assertTrue(e.getMessage().contains("the disk is full"), e.getMessage());
            assertEquals(full, InvestigationFile.read(file()).investigation());
            assertEquals(List.of("one.tailwright"), names());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    @Test
    void filesThatMovedAreFoundByNameAndHash() throws IOException {
        Path data = Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("a.jtl"), "abc");
        Files.writeString(Files.createDirectory(folder.resolve("decoy")).resolve("a.jtl"), "abd");
        DataFile gone = new DataFile(folder.resolve("old/a.jtl"), Hashes.sha256(data).orElseThrow(), 3, java.util.Map.of(), java.util.Map.of());
        DataFile lost = DataFile.at(folder.resolve("lost.csv"));
        DataFile grown = new DataFile(data, "", 2, java.util.Map.of(), java.util.Map.of());
        Moved moved = Moved.find(Examples.full(folder).with(List.of(gone, lost, grown)), List.of(folder));
        assertEquals(data.toAbsolutePath(), moved.investigation().files().getFirst().path());
        assertEquals(List.of(lost), moved.missing());
        assertEquals(2, moved.remarks().size(), moved.remarks().toString());
        assertTrue(moved.remarks().get(1).contains("has changed"));
    }

    @Test
    void copiesOfTheLivingAreNotOffered() throws IOException {
        Recovery mine = new Recovery(folder.resolve("recovery"), Disk.REAL);
        mine.keep(Examples.full(folder), Optional.of(file()));
        assertEquals(List.of(), mine.left());
        Path left = folder.resolve("recovery/999999999-5.tailwright");
        try (Stream<Path> all = Files.list(folder.resolve("recovery"))) {
            Files.copy(all.findFirst().orElseThrow(), left);
        }
        Files.writeString(folder.resolve("recovery/999999998-5.tailwright"), "damaged");
        Recovery.Unsaved found = mine.left().getFirst();
        assertEquals(1, mine.left().size());
        assertEquals(Examples.full(folder), found.investigation());
        assertEquals(Optional.of(file().toAbsolutePath().normalize()), found.of());
        mine.discard(found);
        mine.forget();
        assertEquals(List.of(), mine.left());
    }
}
