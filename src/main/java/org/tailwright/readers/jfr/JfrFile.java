package org.tailwright.readers.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Origin;
import org.tailwright.data.Recording;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Flight recordings. Chunks are independent, so a file of several is read in parts at the same time; each part goes through a temporary
/// copy, because the JDK's reader only takes whole files.
public final class JfrFile implements Reader {
    @Override
    public String format() {
        return "JFR recording";
    }

    @Override
    public String recognisedBy() {
        return "first bytes FLR and a zero";
    }

    @Override
    public Claim recognises(Head head) {
        return head.startsWith('F', 'L', 'R', 0) ? Claim.CERTAIN : Claim.NO;
    }

    /// What reading one part gave.
    ///
    /// @param due events there are by the chunks' own lengths, -1 when those make no sense
    private record Part(Collector events, long read, long due, List<String> errors) {}

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Path file = source.file();
        Diagnostics diagnostics = new Diagnostics();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Chunk> chunks = Chunk.of(channel, diagnostics);
            List<List<Chunk>> groups = groups(chunks, Pool.cores());
            long whole = chunks.getLast().offset() + chunks.getLast().size();
            boolean asIs = groups.size() == 1 && whole == channel.size();
            AtomicLong done = new AtomicLong();
            List<Part> parts = Pool.map(groups.size(), work, i -> part(asIs ? file : null, channel, groups.get(i), work, done));
            return result(source, chunks, parts, diagnostics);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Neighbouring chunks in groups of about equal size.
    private static List<List<Chunk>> groups(List<Chunk> chunks, int most) {
        long all = chunks.stream().mapToLong(Chunk::size).sum();
        int count = all < 1 << 20 ? 1 : Math.min(most, chunks.size());
        List<List<Chunk>> groups = new ArrayList<>();
        List<Chunk> group = new ArrayList<>();
        long size = 0;
        for (Chunk each : chunks) {
            group.add(each);
            size += each.size();
            if (size >= all * (groups.size() + 1) / count) {
                groups.add(List.copyOf(group));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private static Part part(@Nullable Path whole, FileChannel channel, List<Chunk> chunks, Work work, AtomicLong done) {
        try {
            Map<Long, long[]> due = new HashMap<>();
            boolean counted = true;
            for (Chunk each : chunks) {
                counted &= each.count(channel, due);
            }
            if (whole != null) {
                return read(whole, channel, chunks, counted ? due : null, work, done);
            }
            Path copy = Files.createTempFile("tailwright", ".jfr");
            try {
                copy(channel, chunks, copy);
                return read(copy, channel, chunks, counted ? due : null, work, done);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(FileChannel from, List<Chunk> chunks, Path to) throws IOException {
        long at = chunks.getFirst().offset();
        long end = chunks.getLast().offset() + chunks.getLast().size();
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            while (at < end) {
                long n = from.transferTo(at, end - at, out);
                if (n <= 0) {
                    throw new IOException("the file became shorter while it was read");
                }
                at += n;
            }
        }
    }

    /// Reads flat types by [FlatEvents] and the others by the JDK's reader, or all by the latter where anything looks wrong.
    private static Part read(Path file, FileChannel channel, List<Chunk> chunks, @Nullable Map<Long, long[]> due, Work work, AtomicLong done)
            throws IOException {
        try {
            FlatEvents flat = new FlatEvents(channel, chunks);
            if (flat.any()) {
                Collector collector = new Collector();
                Part others = stream(file, collector, flat.others(), due, work, done);
                if (others.errors().isEmpty()) {
                    long read = others.read() + flat.read(channel, collector, work);
                    work.progress(done.addAndGet(read), -1);
                    return new Part(collector, read, others.due(), List.of());
                }
            }
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException _) {
            // what is wrong is told by the JDK's reader
        }
        return stream(file, new Collector(), null, due, work, done);
    }

    /// @param types those to read; null stands for all
    private static Part stream(Path file, Collector collector, @Nullable Set<String> types, @Nullable Map<Long, long[]> due, Work work, AtomicLong done)
            throws IOException {
        List<String> errors = new ArrayList<>();
        long[] count = new long[1];
        try (EventStream stream = EventStream.openFile(file)) {
            stream.setReuse(true);
            stream.setOrdered(false);
            stream.onMetadata(event -> collector.types(event.getEventTypes()));
            stream.onError(e -> {
                if (errors.size() < Diagnostics.KEPT) {
                    errors.add(e.toString());
                }
            });
            Consumer<RecordedEvent> take = event -> {
                collector.add(event);
                if ((++count[0] & 0xffff) == 0) {
                    work.progress(done.addAndGet(0x10000), -1);
                    stopIfCancelled(stream, work);
                }
            };
            if (types == null) {
                stream.onEvent(take);
            } else {
                types.forEach(each -> stream.onEvent(each, take));
            }
            stream.start();
        } catch (RuntimeException | VirtualMachineError e) {
            // The JDK's parser reports a damaged constant pool as an InternalError, and can be asked for any depth or length; what was
            // collected before stays.
            errors.add(String.valueOf(e.getMessage()));
        }
        work.check();
        return new Part(collector, count[0], due == null ? -1 : collector.known(due), errors);
    }

    private static void stopIfCancelled(EventStream stream, Work work) {
        if (work.cancelled()) {
            stream.close();
        }
    }

    private ReadResult result(Source source, List<Chunk> chunks, List<Part> parts, Diagnostics diagnostics) throws UnreadableFile {
        long read = parts.stream().mapToLong(Part::read).sum();
        boolean counted = parts.stream().allMatch(each -> each.due() >= 0);
        long due = parts.stream().mapToLong(Part::due).sum();
        if (read == 0 && (!counted || due > 0)) {
            throw new UnreadableFile("the recording's events cannot be read" + (counted ? ", of which there are " + due : ""), "byte 68",
                    "the file is damaged; a fresh dump of the recording may help");
        }
        if (read < due || !counted || parts.stream().anyMatch(each -> !each.errors().isEmpty())) {
            String reason = parts.stream().flatMap(each -> each.errors().stream()).findFirst().map(each -> ": " + each).orElse("");
            diagnostics.offset(Diagnostic.Severity.ERROR, chunks.getFirst().offset(),
                    (counted ? read + " of " + due : read + " of an unknown number of") + " events could be read" + reason);
        }
        if (read == 0) {
            diagnostics.note("the recording holds only metadata, no events");
        }
        Collector all = parts.getFirst().events();
        parts.subList(1, parts.size()).forEach(each -> all.append(each.events()));
        long lost = counted ? Math.max(0, due - read) : 0;
        return ReadResult.of(format(), List.of(recording(source, chunks, all, read, lost)), diagnostics, lost);
    }

    private Recording recording(Source source, List<Chunk> chunks, Collector all, long read, long lost) {
        List<String> dropped = new ArrayList<>();
        Map<String, Table> tables = all.tables(dropped);
        Stacks stacks = all.stacks();
        List<String> doubts = new ArrayList<>();
        dropped.forEach(each -> doubts.add("column " + each + " has over " + Cells.Words.MOST + " different values and is left out"));
        String period = all.settings().get("jdk.ExecutionSample#period");
        List<String> assumed = period == null ? List.of() : List.of("threads were sampled every " + period);
        Trust trust = new Trust(read, lost, assumed, doubts);
        Origin origin = new Origin(source.name(), source.path(), format(), trust);
        return new Recording(origin, tables, all.counts(), stacks, all.settings(), span(chunks, all));
    }

    /// From the first chunk or event to the last; a writer may leave a chunk's duration at 0.
    private static Optional<TimeSpan> span(List<Chunk> chunks, Collector all) {
        long start = Math.min(chunks.getFirst().start(), all.first());
        long end = Math.max(chunks.getLast().start() + Math.max(0, chunks.getLast().duration()), all.last());
        return end < start ? Optional.empty() : Optional.of(new TimeSpan(start, end));
    }
}
