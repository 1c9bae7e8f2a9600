package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The door between investigations and the disk: a file is written beside, flushed, and then put in the old one's place, so that at every
/// moment either the old or the new one is there, whole.
public final class InvestigationFile {
    /// Version of the form that this program writes.
    public static final int VERSION = 1;
    /// Beyond this no file is an investigation of ours.
    private static final long LARGEST = 64L << 20;
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Disk disk;

    /// @param disk where to write
    public InvestigationFile(Disk disk) {
        this.disk = disk;
    }

    /// What was read, and what it takes to write it again.
    ///
    /// @param remarks what could not be understood, in sentences without full stops
    /// @param tree as read, for what this version does not know
    /// @param stamp hash of the bytes read
    public record Loaded(Investigation investigation, List<String> remarks, ObjectNode tree, String stamp) {
        public Loaded {
            remarks = List.copyOf(remarks);
        }
    }

    /// Reads a saved investigation; its files may have moved ([Moved] finds them).
    ///
    /// @throws UnreadableInvestigation when it is none, or one that a newer version says older ones must not read
    public static Loaded read(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
            throw new UnreadableInvestigation("it is too large to be an investigation");
        }
        byte[] bytes = Files.readAllBytes(file);
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new UnreadableInvestigation("it is no saved investigation: its JSON is damaged" + where, e);
        }
        if (!(root instanceof ObjectNode tree) || !root.path("tailwright").asString("").equals("investigation")) {
            throw new UnreadableInvestigation("it is no saved investigation: it lacks \"tailwright\": \"investigation\"");
        }
        if (tree.path("needs").asInt(VERSION) > VERSION) {
            throw new UnreadableInvestigation("it was saved by a newer version of Tailwright, which says that older ones cannot open it");
        }
        InvestigationIn in = new InvestigationIn(folder(file));
        Investigation investigation = in.investigation(tree);
        if (tree.path("version").asInt(VERSION) > VERSION) {
            in.remarks().add("it was saved by a newer version of Tailwright; what this one does not know is kept");
        }
        return new Loaded(investigation, in.remarks(), tree, hash(bytes));
    }

    /// Writes an investigation.
    ///
    /// @param before what was read from this file or written to it last; nothing for a file that is new or may be replaced
    /// @throws ChangedOnDisk when somebody else wrote the file since `before`
    /// @throws IOException when the disk refuses; the old file is then untouched
    public Loaded write(Path file, Investigation investigation, Optional<Loaded> before) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (before.isPresent() && Files.exists(target) && !hash(Files.readAllBytes(target)).equals(before.get().stamp())) {
            throw new ChangedOnDisk(target);
        }
        return write(target, investigation, before.map(Loaded::tree).orElse(JsonNodeFactory.instance.objectNode()));
    }

    /// Writes an investigation over whatever is there.
    ///
    /// @param more what stands in the file besides
    Loaded write(Path target, Investigation investigation, ObjectNode more) throws IOException {
        ObjectNode tree = InvestigationOut.tree(investigation, folder(target));
        Unknown.keep(more, tree);
        byte[] bytes = (PRETTY.writeValueAsString(tree).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        Path beside = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            disk.write(beside, bytes);
            disk.replace(beside, target);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no folder " + folder(target), e);
        } catch (IOException e) {
            throw full(e) ? new IOException("the disk is full, so it was not saved; what was saved before is as it was, and nothing is lost while this window is open", e) : e;
        } finally {
            Files.deleteIfExists(beside);
        }
        return new Loaded(investigation, List.of(), tree, hash(bytes));
    }


    private static boolean full(IOException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("not enough space") || words.contains("quota exceeded");
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
