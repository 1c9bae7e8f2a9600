package org.tailwright.workspace.cache;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;

/// What reading large files gave, kept in one folder up to a number of bytes; the least lately used goes first. A cache file is written under
/// another name and renamed when it is whole; one that is damaged, or of another version, is deleted and the file is read anew. Nothing that
/// goes wrong here ever stops anybody from reading.
public final class ColumnCache {
    /// Smaller files are read as fast as they would be found here.
    public static final long WORTH = 16L << 20;
    /// Bytes that are kept unless said otherwise.
    public static final long MOST = 4L << 30;

    /// Keeps nothing and finds nothing.
    public static final ColumnCache NONE = new ColumnCache(Path.of(""), 0, 0, "", Clock.systemUTC());

    private static final String JAR = "tailwright.jar";
    private static final String ENDING = ".columns";

    private final Path folder;
    private final long worth;
    private final long most;
    private final String program;
    private final Clock clock;
    private final Queue<Fresh> fresh = new ConcurrentLinkedQueue<>();

    private record Fresh(Path file, ReadOptions options, ReadResult result) {}

    /// @param folder is made when it is needed
    /// @param worth bytes from which a file is kept
    /// @param most bytes of all cache files
    /// @param program whatever changes when the program does: what another one wrote is not used
    /// @param clock says when a cache file was used
    public ColumnCache(Path folder, long worth, long most, String program, Clock clock) {
        this.folder = folder;
        this.worth = worth;
        this.most = most;
        this.program = program;
        this.clock = clock;
    }

    /// The user's cache: `columns` below `XDG_CACHE_HOME`, on Windows `LOCALAPPDATA`, else `.cache` in the home folder. A program that runs
    /// from loose classes has none, because what it reads can change from one minute to the next.
    public static ColumnCache ofUser() {
        return ofUser(MOST);
    }

    /// The same with another bound.
    ///
    /// @param most bytes of all cache files; 0 keeps nothing
    public static ColumnCache ofUser(long most) {
        try {
            // Not by the code source of a class: with an ahead-of-time cache that was moved it can lack its location.
            Path code = Path.of(System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0]);
            if (!code.endsWith(JAR) || !Files.isRegularFile(code)) {
                return NONE;
            }
            String program = Files.size(code) + " " + Files.getLastModifiedTime(code);
            return new ColumnCache(home().resolve("tailwright").resolve("columns"), WORTH, most, program, Clock.systemUTC());
        } catch (IOException | InvalidPathException e) {
            return NONE;
        }
    }

    private static Path home() {
        return Stream.of("XDG_CACHE_HOME", "LOCALAPPDATA").map(System::getenv).filter(each -> each != null && !each.isBlank()).map(Path::of)
                .filter(Path::isAbsolute).findFirst().orElse(Path.of(System.getProperty("user.home", ""), ".cache"));
    }

    /// What reading this file in this way gave, if it is kept and whole.
    public Optional<ReadResult> find(Path file, ReadOptions options) {
        try {
            if (most == 0 || Files.size(file) < worth) {
                return Optional.empty();
            }
            Path kept = folder.resolve(CacheKey.of(file, options, program) + ENDING);
            return Files.exists(kept) ? read(kept, file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // reading the file itself tells what is wrong
        }
    }

    private Optional<ReadResult> read(Path kept, Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            ReadResult result = new DatasetsIn(Mapped.of(kept, arena), file).result();
            Files.setLastModifiedTime(kept, FileTime.from(clock.instant()));
            return Optional.of(result);
        } catch (Mapped.Damaged | IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            Files.deleteIfExists(kept);
            return Optional.empty();
        }
    }

    /// Notes what reading a file gave; [#settle] keeps it.
    public void keep(Path file, ReadOptions options, ReadResult result) {
        if (most > 0) {
            fresh.add(new Fresh(file, options, result));
        }
    }

    /// Writes what was noted, but no small files, no known ones, and nothing to a full disk.
    public void settle() {
        for (Fresh each = fresh.poll(); each != null; each = fresh.poll()) {
            try {
                settle(each);
            } catch (IOException e) {
                return; // a cache that cannot be written is one that is not there
            }
        }
    }

    private void settle(Fresh found) throws IOException {
        long size = Files.size(found.file());
        if (size < worth) {
            return;
        }
        make();
        Path kept = folder.resolve(CacheKey.of(found.file(), found.options(), program) + ENDING);
        if (!Files.exists(kept) && Files.getFileStore(folder).getUsableSpace() > 2 * size) {
            write(kept, found.result());
            trim(kept);
        }
    }

    /// Measurements are nobody else's business.
    private void make() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private void write(Path kept, ReadResult result) throws IOException {
        Path unfinished = folder.resolve(kept.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.deleteIfExists(unfinished);
            try (Sink sink = new Sink(unfinished)) {
                new DatasetsOut(sink).result(result);
                sink.finish();
            }
            Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private record Kept(Path path, long size, FileTime used) {}

    /// Deletes the least lately used until the rest fits; the newest goes too when it alone is too large.
    private void trim(Path newest) throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                all.add(new Kept(each, Files.size(each), Files.getLastModifiedTime(each)));
            }
        }
        all.sort(Comparator.comparing((Kept each) -> each.path().equals(newest)).thenComparing(Kept::used));
        long total = all.stream().mapToLong(Kept::size).sum();
        for (Kept each : all) {
            if (total <= most) {
                return;
            }
            Files.deleteIfExists(each.path());
            total -= each.size();
        }
    }
}
