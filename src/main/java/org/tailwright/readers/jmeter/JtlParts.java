package org.tailwright.readers.jmeter;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.text.Packed;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// A whole result file, parsed in parts on all cores.
///
/// A part guesses that a record begins after the first line end behind its border. That is wrong only where the border falls into a quoted
/// field with line ends; then the part before ends elsewhere than this one began, and this one is parsed again from there.
final class JtlParts {
    static final int SAMPLES = 0;
    static final int TRANSACTIONS = 1;
    private static final int PART = 2 << 20;
    private static final int REST = 64 << 10;

    private final Plan plan;
    private final List<Part> parts;
    private final Work work;
    private final Diagnostics diagnostics = new Diagnostics();
    private long skipped;

    private record Part(Scanner scanner, long start, long end) {}

    private JtlParts(Plan plan, List<Part> parts, Work work) {
        this.plan = plan;
        this.parts = parts;
        this.work = work;
        long lines = 0;
        for (Part part : parts) {
            Diagnostics moved = new Diagnostics();
            for (Diagnostic each : part.scanner().diagnostics.first()) {
                moved.line(each.severity(), each.line() + lines, each.message());
            }
            diagnostics.addAll(moved, part.scanner().diagnostics.count());
            lines += part.scanner().lines;
            skipped += part.scanner().skipped;
        }
    }

    static JtlParts read(Path file, Plan plan, Work work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            int count = Math.toIntExact(Math.max(1, (size + PART - 1) / PART));
            Queue<byte[]> windows = new ConcurrentLinkedQueue<>();
            AtomicLong done = new AtomicLong();
            List<Part> parts = new ArrayList<>(Pool.map(count, work, i -> {
                Part part = unchecked(channel, windows, plan, (long) i * PART, -1, Math.min(size, (i + 1L) * PART));
                work.progress(done.addAndGet(PART), size);
                return part;
            }));
            for (int i = 1; i < count; i++) {
                long due = parts.get(i - 1).end();
                if (parts.get(i).start() != due) {
                    parts.set(i, unchecked(channel, windows, plan, (long) i * PART, due, Math.min(size, (i + 1L) * PART)));
                }
            }
            return new JtlParts(plan, parts, work);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Part unchecked(FileChannel channel, Queue<byte[]> windows, Plan plan, long border, long start, long limit) {
        try {
            byte[] spare = windows.poll();
            byte[] window = spare == null ? new byte[PART + REST + Scanner.SLACK] : spare;
            Part part = part(channel, window, plan, border, start, limit);
            windows.add(window);
            part.scanner().close();
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Parses the records that begin in `border..limit`, from `start` if that is known.
    private static Part part(FileChannel channel, byte[] spare, Plan plan, long border, long start, long limit) throws IOException {
        Scanner scanner = new Scanner(plan, (int) Math.max(16, (limit - border) / 96));
        if (start >= limit) {
            return new Part(scanner, start, start);
        }
        long size = channel.size();
        long origin = start >= 0 ? start : border;
        int length = (int) Math.min(size - origin, limit - origin + REST);
        byte[] window = fill(channel, spare, 0, origin, length);
        int at = start >= 0 || border == 0 && !plan.layout().header() ? 0 : lineEnd(window, length);
        if (at < 0 || origin + at >= limit && border > 0) {
            at = at < 0 ? length : at;
            return new Part(scanner, Math.max(limit, origin + at), Math.max(limit, origin + at));
        }
        scanner.lines = border == 0 && plan.layout().header() ? 1 : 0;
        long first = origin + at;
        while (true) {
            int bound = (int) Math.min(length, limit - origin);
            at = scanner.parse(window, at, bound, length, origin + length == size);
            if (at >= bound || origin + length == size) {
                return new Part(scanner, first, origin + at);
            }
            int more = (int) Math.min(size - origin - length, Math.max(REST, length));
            window = fill(channel, Arrays.copyOf(window, Math.addExact(length + more, Scanner.SLACK)), length, origin + length, more);
            length += more;
        }
    }

    private static byte[] fill(FileChannel channel, byte[] window, int at, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(window, at, length);
        while (buffer.hasRemaining()) {
            int step = Math.min(buffer.remaining(), 256 << 10);
            ByteBuffer slice = buffer.slice(buffer.position(), step);
            int n = channel.read(slice, position + buffer.position() - at);
            if (n < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            buffer.position(buffer.position() + n);
        }
        Arrays.fill(window, at + length, at + length + Scanner.SLACK, (byte) '\n');
        return window;
    }

    /// Where the line after the first line end begins, -1 when there is none.
    private static int lineEnd(byte[] window, int length) {
        for (int i = 0; i < length; i++) {
            if (window[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    long skipped() {
        return skipped;
    }

    long rows() {
        return (long) size(SAMPLES) + size(TRANSACTIONS);
    }

    /// Number of rows of [#SAMPLES] or [#TRANSACTIONS].
    int size(int which) {
        return Math.toIntExact(parts.stream().mapToLong(each -> rows(each, which).size()).sum());
    }

    private static JtlRows rows(Part part, int which) {
        return which == SAMPLES ? part.scanner().samples : part.scanner().transactions;
    }

    /// The rows of one kind as a table, once for each kind: the parts are given up as their columns are joined.
    Table table(int which) {
        int texts = plan.texts().size();
        int numbers = plan.numbers().size();
        List<Column> joined = Pool.map(numbers + texts, work, i -> i < numbers ? number(which, i) : text(which, i - numbers));
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, joined.get(0));
        columns.put(Requests.DURATION, joined.get(1));
        for (int i = 0; i < texts; i++) {
            columns.put(plan.texts().get(i), joined.get(numbers + i));
        }
        if (plan.layout().has(Role.SUCCESS)) {
            columns.put(Requests.FAILED, failed(which));
        }
        for (int i = 2; i < numbers; i++) {
            columns.put(plan.numbers().get(i), joined.get(i));
        }
        return Table.of(columns);
    }

    private Longs number(int which, int column) {
        String name = plan.numbers().get(column);
        boolean time = name.equals(Requests.START) || name.equals(Requests.INTENDED);
        boolean count = name.equals(Requests.ACTIVE) || name.equals("bytes");
        Unit unit = time ? Unit.TIME : name.equals("bytes") ? Unit.BYTES : count ? Unit.COUNT : Unit.DURATION;
        long factor = count ? 1 : 1_000_000;
        long base = column == Plan.TIME ? plan.base() * factor : 0;
        long[] values = new long[size(which)];
        BitSet missing = new BitSet();
        int at = 0;
        for (Part part : parts) {
            Packed packed = rows(part, which).numbers[column];
            packed.copyTo(values, at, base, factor);
            for (int i = 0; packed.gaps() && i < packed.size(); i++) {
                missing.set(at + i, packed.at(i) == Packed.MISSING);
            }
            at += packed.size();
            rows(part, which).numbers[column] = new Packed(0);
        }
        return Longs.of(unit, values, missing);
    }

    private Texts text(int which, int column) {
        Utf8Pool.Builder all = Utf8Pool.builder();
        int[] codes = new int[size(which)];
        int at = 0;
        for (Part part : parts) {
            int[] map = part.scanner().dictionaries[column].into(all);
            int[] own = rows(part, which).codes[column];
            int n = rows(part, which).size();
            for (int i = 0; i < n; i++) {
                codes[at + i] = map[own[i]];
            }
            at += n;
            rows(part, which).codes[column] = new int[0];
        }
        return Texts.of(codes, all.store());
    }

    private Flags failed(int which) {
        BitSet all = new BitSet(size(which));
        int at = 0;
        for (Part part : parts) {
            int base = at;
            rows(part, which).failed.stream().forEach(i -> all.set(base + i));
            at += rows(part, which).size();
        }
        return Flags.of(all, at);
    }
}
