package org.tailwright.readers.jmeter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// A whole result file, parsed in parts on all cores and joined in the order of the file while later parts are still parsed.
///
/// A part guesses that a record begins after the first line end behind its border. That is wrong only where the border falls into a quoted
/// field with line ends; then the part before ends elsewhere than this one began, and this one is parsed again from there.
final class JtlParts {
    private final Plan plan;
    private final Work work;
    private final FileChannel channel;
    private final long size;
    private final JtlTable samples;
    private final JtlTable transactions;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Queue<JtlPart> idle = new ConcurrentLinkedQueue<>();
    private final Map<Integer, JtlPart> waiting = new HashMap<>();
    private int next;
    private long due = -1;
    private long lines;
    private long skipped;

    private JtlParts(Plan plan, FileChannel channel, Work work) throws IOException {
        this.plan = plan;
        this.work = work;
        this.channel = channel;
        size = channel.size();
        samples = new JtlTable(plan);
        transactions = new JtlTable(plan);
    }

    static JtlParts read(Path file, Plan plan, Work work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            JtlParts parts = new JtlParts(plan, channel, work);
            int count = Math.toIntExact(Math.max(1, Math.ceilDiv(parts.size, JtlPart.BYTES)));
            Pool.map(count, work, number -> {
                parts.part(number);
                return "";
            });
            return parts;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void part(int number) {
        try {
            JtlPart spare = idle.poll();
            JtlPart part = spare == null ? new JtlPart(plan, channel) : spare;
            long border = (long) number * JtlPart.BYTES;
            part.parse(border, number == 0 ? mark() : -1, number == 0 && plan.layout().header(), Math.min(size, border + JtlPart.BYTES));
            offer(number, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Number of bytes of a byte-order mark.
    private long mark() throws IOException {
        ByteBuffer first = ByteBuffer.allocate(3);
        boolean marked = channel.read(first, 0) == 3 && first.get(0) == (byte) 0xef && first.get(1) == (byte) 0xbb && first.get(2) == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    private synchronized void offer(int number, JtlPart part) throws IOException {
        waiting.put(number, part);
        for (JtlPart ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
            long border = (long) next * JtlPart.BYTES;
            if (next > 0 && ready.start() != due) {
                ready.parse(border, due, false, Math.min(size, border + JtlPart.BYTES));
            }
            append(ready);
            next++;
            idle.add(ready);
            work.progress(Math.min(size, border + JtlPart.BYTES), size);
        }
    }

    private void append(JtlPart part) {
        due = part.end();
        Scanner scanner = part.scanner();
        boolean plain = scanner.skipped == 0 && scanner.transactions.size() == 0;
        samples.append(scanner.samples, scanner.dictionaries(), plain);
        transactions.append(scanner.transactions, scanner.dictionaries(), false);
        if (next == 0) {
            samples.reserve((int) Math.min(Integer.MAX_VALUE - 8, (long) (1.03 * samples.size() / Math.max(1, due) * size)));
        }
        Diagnostics moved = new Diagnostics();
        for (Diagnostic each : scanner.diagnostics.first()) {
            moved.line(each.severity(), each.line() + lines, each.message());
        }
        diagnostics.addAll(moved, scanner.diagnostics.count());
        lines += scanner.lines;
        skipped += scanner.skipped;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    long skipped() {
        return skipped;
    }

    /// Rows of single samples.
    JtlTable samples() {
        return samples;
    }

    /// Rows of transaction controllers.
    JtlTable transactions() {
        return transactions;
    }
}
