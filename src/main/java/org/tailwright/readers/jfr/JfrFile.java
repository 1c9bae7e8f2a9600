package org.tailwright.readers.jfr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Durations;
import org.tailwright.data.Origin;
import org.tailwright.data.Recording;
import org.tailwright.data.Table;
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

/// Flight recordings of JDK 9 and later and of others who write the same format, decoded from the format itself (those of Oracle JDK 7 and 8 by
/// Mission Control's parser). Chunks are independent and are read at the same time, on all cores; only a window of a
/// chunk is in memory, and of an event only the values that are kept are read.
///
/// A recording's span goes from the start of its first event to the end of its last. What recorder and process say about themselves (settings,
/// flags, properties, libraries) and samples of live objects bear times that say nothing and do not count, unless there is nothing else. An event
/// that was under way when the recording began counts from the beginning of its first chunk.
public final class JfrFile implements Reader {
    /// Parts for each core, so that none waits long for the last.
    private static final long FINEST_PERIOD = 1_000_000;
    private static final int GROUPS = 8;
    private static final long LEAST = 1 << 20;

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

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        try (FileChannel channel = FileChannel.open(source.file(), StandardOpenOption.READ)) {
            if (Chunk.old(channel)) {
                OldRecording.whole(channel, diagnostics);
                Collector all = new Collector(_ -> new AtomicBoolean(), channel.size());
                try (InputStream in = source.stream()) {
                    OldRecording.read(in, all, work);
                }
                return result(source, List.of(all), diagnostics, work);
            }
            List<Chunk> chunks = Chunk.of(channel, diagnostics);
            List<List<Chunk>> groups = groups(chunks);
            Map<String, AtomicBoolean> many = new ConcurrentHashMap<>();
            AtomicReference<@Nullable Types> known = new AtomicReference<>();
            LongConsumer progress = progress(work, channel.size());
            List<Collector> parts = Pool.map(groups.size(), work, i -> {
                Collector part = new Collector(column -> many.computeIfAbsent(column, _ -> new AtomicBoolean()),
                        groups.get(i).stream().mapToLong(Chunk::size).sum());
                ChunkReader reader = new ChunkReader(channel, part, new Walk(channel, progress.andThen(part::begun)), work, known);
                groups.get(i).forEach(each -> read(reader, each, chunks.getFirst()));
                return part;
            });
            return result(source, parts, diagnostics, work);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void read(ChunkReader reader, Chunk chunk, Chunk first) {
        try {
            reader.read(chunk, first.clock().startNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LongConsumer progress(Work work, long size) {
        AtomicLong done = new AtomicLong();
        return bytes -> {
            work.check();
            work.progress(done.addAndGet(bytes), size);
        };
    }

    /// Neighbouring chunks in groups of about equal size.
    private static List<List<Chunk>> groups(List<Chunk> chunks) {
        long all = chunks.stream().mapToLong(Chunk::size).sum();
        long each = Math.max(LEAST, all / ((long) GROUPS * Pool.cores()));
        List<List<Chunk>> groups = new ArrayList<>();
        List<Chunk> group = new ArrayList<>();
        long size = 0;
        for (Chunk chunk : chunks) {
            group.add(chunk);
            size += chunk.size();
            if (size >= each) {
                groups.add(List.copyOf(group));
                group.clear();
                size = 0;
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private ReadResult result(Source source, List<Collector> parts, Diagnostics diagnostics, Work work) throws UnreadableFile {
        Map<String, List<TypeRows>> rows = Collector.rows(parts);
        Collector all = parts.getFirst();
        parts.subList(1, parts.size()).forEach(all::append);
        long lost = all.losses().stream().mapToLong(Collector.Lost::events).sum();
        all.losses().forEach(each -> diagnostics.offset(Diagnostic.Severity.ERROR, each.offset(), each.words()));
        if (all.read() == 0 && all.losses().stream().anyMatch(each -> each.events() > 0)) {
            throw new UnreadableFile("the recording's events cannot be read: " + all.losses().getFirst().words(), "byte " + all.losses().getFirst().offset(),
                    "the file is damaged; a fresh dump of the recording may help");
        }
        if (all.read() == 0) {
            diagnostics.note("the recording holds only metadata, no events");
        }
        if (all.unknown() > 0) {
            diagnostics.note("of types that the recording does not describe, and left out: " + all.unknown() + (all.unknown() == 1 ? " event" : " events"));
        }
        List<String> dropped = new ArrayList<>();
        Map<String, Table> tables = TypeRows.tables(rows, dropped, work);
        Recording recording = recording(source, all, tables, dropped, lost);
        return ReadResult.of(format(), List.of(recording), diagnostics, lost);
    }

    /// How often threads were sampled; recorders cannot do it more often than each millisecond, whatever is asked of them.
    private static String sampled(String period) {
        boolean finer = Durations.parse(period).orElse(FINEST_PERIOD) < FINEST_PERIOD;
        return finer ? "threads were sampled as often as the recorder could: it was asked for every " + period : "threads were sampled every " + period;
    }

    private Recording recording(Source source, Collector all, Map<String, Table> tables, List<String> dropped, long lost) {
        List<String> doubts = new ArrayList<>();
        dropped.forEach(each -> doubts.add("column " + each + " has over " + Words.MOST + " different values and is left out"));
        String period = all.settings().get("jdk.ExecutionSample#period");
        List<String> assumed = period == null ? List.of() : List.of(sampled(period));
        Trust trust = new Trust(all.read(), lost, assumed, doubts);
        Origin origin = new Origin(source.name(), source.path(), format(), trust);
        return new Recording(origin, tables, all.counts(), all.stacks.stacks(), all.settings(), all.span());
    }
}
