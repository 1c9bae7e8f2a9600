package org.tailwright.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tailwright.data.Objective;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Readers;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.jfr.JoinedRecording;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;
import org.tailwright.workspace.cache.ColumnCache;

/// The one door to files: every shell opens through it, so that the same files become the same data sets everywhere.
public final class Opening {
    /// Files from this size on are read one after the other, each by all cores; smaller ones side by side.
    private static final long LARGE = 16L << 20;

    private static final String MEMORY = "the %d MiB of memory do not hold it; give more with TAILWRIGHT_MEMORY=4g, or open it without the others";

    private Opening() {}

    /// Opens files and, recursively, all files of folders. A file that cannot be read never stops the others.
    ///
    /// A folder's `objectives.yaml` gives objectives; what in a folder is no data (a README) is skipped with a note. A file that was named
    /// itself, or whose format is certain, is refused with a sentence.
    public static Opened open(List<Path> paths, ReadOptions options, Work work) {
        return open(paths, options, ColumnCache.NONE, work);
    }

    /// As the other one; what is kept in `cache` is taken from there, and what is not is noted there for keeping.
    public static Opened open(List<Path> paths, ReadOptions options, ColumnCache cache, Work work) {
        return open(paths, _ -> options, cache, work);
    }

    /// As the other one, with what is said about each file; `options` is asked from several threads.
    public static Opened open(List<Path> paths, Function<Path, ReadOptions> options, ColumnCache cache, Work work) {
        List<Folder.Found> found = Folder.expand(paths);
        Map<Path, List<Path>> together = Together.of(found);
        OpenFile[] files = new OpenFile[found.size()];
        int[] small = IntStream.range(0, files.length).filter(i -> size(found.get(i).path()) < LARGE && !together.containsKey(found.get(i).path())).toArray();
        List<OpenFile> read = Pool.map(small.length, work, i -> one(found.get(small[i]), _ -> List.of(), options, cache, work));
        for (int i = 0; i < small.length; i++) {
            files[small[i]] = read.get(i);
        }
        List<Objective> objectives = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            if (files[i] == null) {
                files[i] = one(found.get(i), path -> together.getOrDefault(path, List.of()), options, cache, work);
            }
            if (ObjectivesFile.named(found.get(i).path()) && files[i] instanceof OpenFile.Skipped) {
                files[i] = objectives(found.get(i).path(), objectives);
            }
        }
        return new Opened(UniqueNames.of(List.of(files)), objectives);
    }

    private static OpenFile objectives(Path path, List<Objective> into) {
        try {
            List<Objective> read = ObjectivesFile.read(path);
            into.addAll(read);
            return new OpenFile.Skipped(path, "gave " + read.size() + (read.size() == 1 ? " objective" : " objectives"));
        } catch (IOException e) {
            return new OpenFile.Refused(path, "it cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new OpenFile.Refused(path, String.valueOf(e.getMessage()));
        }
    }

    /// @param together the files that this one is read together with, itself among them; empty for none
    private static OpenFile one(Folder.Found found, Function<Path, List<Path>> together, Function<Path, ReadOptions> options, ColumnCache cache, Work work) {
        Path path = found.path();
        List<Path> parts = together.apply(path);
        if (!parts.isEmpty() && !parts.getFirst().equals(path)) {
            return new OpenFile.Skipped(path, "read together with " + parts.getFirst().getFileName() + ", which recorded the same process");
        }
        if (path.toString().isEmpty()) {
            return new OpenFile.Refused(path, "a file needs a name; the current folder is called .");
        }
        if (ObjectivesFile.named(path)) {
            return new OpenFile.Skipped(path, "objectives");
        }
        if (!found.asked() && Folder.neverData(path)) {
            return new OpenFile.Skipped(path, "no data");
        }
        try {
            return new OpenFile.Read(path, parts.isEmpty() ? read(path, options.apply(path), cache, work) : JoinedRecording.read(parts, options.apply(path), work));
        } catch (UnreadableFile e) {
            return found.asked() || certain(path) ? new OpenFile.Refused(path, e.line(), e.mappable()) : new OpenFile.Skipped(path, e.line());
        } catch (NoSuchFileException e) {
            return new OpenFile.Refused(path, "there is no such file");
        } catch (AccessDeniedException e) {
            return new OpenFile.Refused(path, "reading it is not permitted");
        } catch (IOException e) {
            return new OpenFile.Refused(path, "the disk or network failed while it was read: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            // What was read of it is given up with the reader, so the other files need not suffer.
            return new OpenFile.Refused(path, MEMORY.formatted(Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    private static ReadResult read(Path path, ReadOptions options, ColumnCache cache, Work work) throws IOException, UnreadableFile {
        Optional<ReadResult> known = cache.find(path, options);
        if (known.isPresent()) {
            return known.get();
        }
        ReadResult result = Readers.read(path, options, work);
        cache.keep(path, options, result);
        return result;
    }

    private static boolean certain(Path path) {
        try (Source source = Source.of(path)) {
            Head head = source.head();
            return Readers.find(head).filter(reader -> reader.recognises(head) == Reader.Claim.CERTAIN).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // the error shows when the file is read
        }
    }
}
