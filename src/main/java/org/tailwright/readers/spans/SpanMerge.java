package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;

/// Joins blocks in the order of their numbers, whatever the order in which threads finish them. Thread-safe.
public final class SpanMerge {
    final Ids traces;
    final Ids spans;
    final Utf8Pool.Builder texts = Utf8Pool.builder();
    final AttributeColumns attributes = new AttributeColumns();
    final SpanRows rows = new SpanRows();
    final OmittedSpans omitted = new OmittedSpans();
    final List<String> assumed = new ArrayList<>();
    final List<String> doubts = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<Integer, SpanBlock> waiting = new HashMap<>();
    private int next;
    private long lines;
    private long skipped;

    /// A merge of blocks like `example`, which stays empty.
    public SpanMerge(SpanBlock example) {
        traces = example.traces.fresh();
        spans = example.spans.fresh();
    }

    /// Takes block `number`, numbered from 0 without a gap.
    public synchronized void offer(int number, SpanBlock block) {
        waiting.put(number, block);
        for (SpanBlock ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
            next++;
            append(ready);
        }
    }

    private void append(SpanBlock block) {
        int firstRow = rows.size;
        int[] codes = block.texts.into(texts);
        int[] traceCodes = block.traces.into(traces);
        int[] spanCodes = block.spans.onto(spans);
        rows.append(block.rows, traceCodes, spanCodes, codes);
        omitted.append(block.omitted, traceCodes, spanCodes);
        attributes.append(block.attributes, firstRow, block.rows.size, codes);
        for (SpanBlock.Problem each : block.problems) {
            diagnostics.add(each.line() < 0 ? new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, each.message())
                    : new Diagnostic(Diagnostic.Severity.WARNING, lines + each.line() + 1, -1, each.message()));
        }
        for (long i = block.problems.size(); i < block.problemCount; i++) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "further problems in the same part of the file"));
        }
        lines += block.lines;
        skipped += block.skipped;
    }

    /// Notes for the trust card what was taken for granted.
    public synchronized void assume(String sentence) {
        assumed.add(sentence);
    }

    /// Notes for the trust card what weakens conclusions.
    public synchronized void doubt(String sentence) {
        doubts.add(sentence);
    }

    /// Gives every span id one code, once all blocks are there.
    void settle() {
        int[] settled = spans.settle();
        if (settled.length > 0) {
            rows.renumber(settled);
            omitted.renumber(settled);
        }
    }

    /// Makes room for about so many spans in all.
    public synchronized void expect(long spans) {
        rows.reserve((int) Math.min(spans, Integer.MAX_VALUE - 16));
    }

    /// Number of spans so far.
    public synchronized int size() {
        return rows.size;
    }

    /// Spans and lines that were left out.
    public synchronized long skipped() {
        return skipped;
    }

    /// Problems so far.
    public Diagnostics diagnostics() {
        return diagnostics;
    }
}
