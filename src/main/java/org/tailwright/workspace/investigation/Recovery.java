package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Copies of work that was not saved yet, one for each process, in a folder of the user's. A copy whose process is gone was left behind by a
/// crash or a closed window, and is offered again.
public final class Recovery {
    private static final String OF = "recoveryOf";

    private final Path folder;
    private final InvestigationFile files;
    private final Path own;

    /// @param folder made when it is needed
    public Recovery(Path folder, Disk disk) {
        this(folder, disk, ProcessHandle.current());
    }

    Recovery(Path folder, Disk disk, ProcessHandle process) {
        this.folder = folder;
        this.files = new InvestigationFile(disk);
        this.own = folder.resolve(owner(process) + Investigation.ENDING);
    }

    /// Work that nobody holds any more.
    ///
    /// @param copy the file in the folder
    /// @param of the saved investigation that it continues; nothing when it was never saved
    /// @param when it was last kept
    public record Unsaved(Path copy, Investigation investigation, Optional<Path> of, FileTime when) {}

    /// Keeps a copy of what this process works on.
    ///
    /// @param of where it was saved before
    public void keep(Investigation investigation, Optional<Path> of) throws IOException {
        Files.createDirectories(folder);
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        of.ifPresent(path -> more.put(OF, path.toAbsolutePath().normalize().toString()));
        files.write(own, investigation, more);
    }

    /// Forgets this process' copy: its work is saved.
    public void forget() throws IOException {
        Files.deleteIfExists(own);
    }

    /// Copies left behind, newest first; damaged ones are left out and stay where they are.
    public List<Unsaved> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Unsaved> left = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(path -> Investigation.named(path) && !held(path)).toList()) {
                read(each).ifPresent(left::add);
            }
        } catch (IOException e) {
            return List.of();
        }
        left.sort(Comparator.comparing(Unsaved::when).reversed());
        return left;
    }

    /// Takes a copy away: it was restored and kept anew, or nobody wants it.
    public void discard(Unsaved unsaved) throws IOException {
        Files.deleteIfExists(unsaved.copy());
    }

    private static Optional<Unsaved> read(Path copy) {
        try {
            InvestigationFile.Loaded loaded = InvestigationFile.read(copy);
            String of = loaded.tree().path(OF).asString("");
            return Optional.of(new Unsaved(copy, loaded.investigation(), of.isEmpty() ? Optional.empty() : Optional.of(Path.of(of)), Files.getLastModifiedTime(copy)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A process number may be given again; with its start it is one of a kind.
    private static String owner(ProcessHandle process) {
        return process.pid() + "-" + process.info().startInstant().map(start -> Long.toString(start.toEpochMilli())).orElse("0");
    }

    private boolean held(Path copy) {
        if (copy.getFileName().equals(own.getFileName())) {
            return true;
        }
        String name = copy.getFileName().toString();
        int dash = name.indexOf('-');
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(0, Math.max(0, dash)))).filter(ProcessHandle::isAlive)
                    .filter(process -> name.equals(owner(process) + Investigation.ENDING)).isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
