package org.tailwright.readers.jfr;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.tailwright.data.Dataset;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Several files that recorded one process, read as one recording: the chunks of a repository, or dumps of a continuous recording, which share
/// chunks. Of a chunk that stands in several files the longest is taken, so that no event counts twice.
public final class JoinedRecording {
    /// Who a process is does not stand further behind: recorders write it at the beginning of each chunk.
    private static final int LOOK = 100_000;
    private static final int DURATION = 40;
    /// Bytes copied between two looks whether somebody cancelled.
    private static final long AT_ONCE = 8 << 20;
    private static final long GAP = 1_000_000_000;

    private JoinedRecording() {}

    /// Process that was recorded.
    ///
    /// @param start of its virtual machine
    public record Process(long pid, Instant start) {}

    /// A chunk and where it stands.
    private record Part(Path path, Path file, Chunk chunk, long nanos) {
        long end() {
            return chunk.clock().startNanos() + nanos;
        }
    }

    /// Whom a file recorded; nothing when it does not say, or is no recording of JDK 9 or later.
    public static Optional<Process> process(Path path) {
        try (Source source = Source.of(path)) {
            if (!new JfrFile().recognises(source.head()).equals(JfrFile.Claim.CERTAIN)) {
                return Optional.empty();
            }
            try (RecordingFile file = new RecordingFile(source.file())) {
                for (int i = 0; i < LOOK && file.hasMoreEvents(); i++) {
                    RecordedEvent event = file.readEvent();
                    if (event.getEventType().getName().equals("jdk.JVMInformation")) {
                        return Optional.of(new Process(event.getLong("pid"), event.getInstant("jvmStartTime")));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // reading the file itself says what is wrong
        }
        return Optional.empty();
    }

    /// Reads them as one data set, which has the first one's name and tells how many there are.
    ///
    /// @param paths at least two of one process
    public static ReadResult read(List<Path> paths, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        Path joined = Files.createTempFile("tailwright", ".jfr");
        List<Source> sources = new ArrayList<>();
        try {
            Map<List<Long>, Part> parts = new LinkedHashMap<>();
            int all = 0;
            for (Path path : paths) {
                Source source = Source.of(path, work);
                sources.add(source);
                for (Part part : parts(path, source.file(), diagnostics)) {
                    all++;
                    parts.merge(List.of(part.chunk().clock().startNanos(), part.chunk().clock().startTicks()), part, (a, b) -> a.chunk().size() >= b.chunk().size() ? a : b);
                }
            }
            List<Part> ordered = parts.values().stream().sorted(Comparator.comparingLong(each -> each.chunk().clock().startNanos())).toList();
            copy(ordered, joined, work);
            try (Source source = Source.of(joined, work)) {
                ReadResult result = new JfrFile().read(source, options, work);
                return named(result, paths, assumed(paths.size(), all - ordered.size()), gaps(ordered));
            }
        } finally {
            for (Source each : sources) {
                each.close();
            }
            Files.deleteIfExists(joined);
        }
    }

    /// The chunks of a file, each on its own clock.
    private static List<Part> parts(Path path, Path file, Diagnostics diagnostics) throws IOException, UnreadableFile {
        List<Part> parts = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (Chunk chunk : Chunk.of(channel, diagnostics)) {
                ByteBuffer header = ByteBuffer.wrap(new byte[Chunk.HEADER]);
                chunk.read(channel, 0, header.array(), 0, Chunk.HEADER);
                Chunk.Clock own = new Chunk.Clock(header.getLong(48), header.getLong(32), chunk.clock().perNano());
                parts.add(new Part(path, file, new Chunk(chunk.offset(), chunk.size(), own, chunk.pools(), chunk.metadata()), header.getLong(DURATION)));
            }
        }
        return parts;
    }

    private static void copy(Collection<Part> parts, Path to, Work work) throws IOException {
        try (OutputStream out = Files.newOutputStream(to); WritableByteChannel sink = Channels.newChannel(out)) {
            for (Part part : parts) {
                try (FileChannel from = FileChannel.open(part.file(), StandardOpenOption.READ)) {
                    long done = 0;
                    while (done < part.chunk().size()) {
                        work.check();
                        long moved = from.transferTo(part.chunk().offset() + done, Math.min(AT_ONCE, part.chunk().size() - done), sink);
                        if (moved <= 0) {
                            throw new IOException("the file became shorter while it was read");
                        }
                        done += moved;
                    }
                }
            }
        }
    }

    private static String assumed(int files, int twice) {
        return files + " files that recorded one process are read as one recording" + (twice == 0 ? "" : "; " + twice + (twice == 1 ? " chunk stands" : " chunks stand")
                + " in more than one of them and " + (twice == 1 ? "counts" : "count") + " once");
    }

    /// Where nothing was recorded, or nothing of it is here.
    private static List<String> gaps(List<Part> ordered) {
        List<String> gaps = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            long gap = ordered.get(i).chunk().clock().startNanos() - ordered.get(i - 1).end();
            if (gap > GAP) {
                gaps.add("nothing is recorded for " + Duration.ofNanos(gap).toSeconds() + " s between " + ordered.get(i - 1).path().getFileName() + " and " + ordered.get(i).path().getFileName());
            }
        }
        return gaps;
    }

    private static ReadResult named(ReadResult result, List<Path> paths, String assumed, List<String> gaps) {
        List<Dataset> datasets = new ArrayList<>();
        for (Dataset each : result.datasets()) {
            Trust trust = each.origin().trust();
            List<String> all = new ArrayList<>(List.of(assumed));
            all.addAll(trust.assumed());
            List<String> doubts = new ArrayList<>(gaps);
            doubts.addAll(trust.doubts());
            String name = paths.getFirst().getFileName() + " and " + (paths.size() - 1) + " more";
            datasets.add(each.from(new Origin(name, paths.getFirst(), each.origin().format(), new Trust(trust.read(), trust.skipped(), all, doubts))));
        }
        return new ReadResult(result.format(), datasets, result.diagnostics(), result.problems(), result.skipped());
    }
}
