package org.tailwright.readers.spans;

import org.tailwright.work.Work;

/// Where one thread puts the spans of a file: the block that is being filled, and the merge that takes full blocks.
public final class SpanFeed {
    private static final int FULL = 1 << 14;

    private final SpanMerge merge;
    private final Work work;
    private final boolean hex;
    private SpanBlock block;
    private int number;
    /// Line in the block, from 0; -1 where lines mean nothing.
    private long line = -1;
    private long handed;

    private SpanFeed(Work work, boolean hex) {
        this.work = work;
        this.hex = hex;
        block = fresh();
        merge = new SpanMerge(fresh());
    }

    /// A feed of spans whose ids are hexadecimal.
    public static SpanFeed ofHexIds(Work work) {
        return new SpanFeed(work, true);
    }

    /// A feed of spans whose ids are any texts.
    public static SpanFeed ofTextIds(Work work) {
        return new SpanFeed(work, false);
    }

    private SpanBlock fresh() {
        return hex ? SpanBlock.ofHexIds() : SpanBlock.ofTextIds();
    }

    /// The block that is being filled; another one after [#pass] and [#beginLine].
    public SpanBlock block() {
        return block;
    }

    /// Where the trust card's remarks go.
    public SpanMerge merge() {
        return merge;
    }

    /// Keeps the span in `draft`, or notes what it lacks.
    public void add(SpanDraft draft) {
        block.add(draft, line);
    }

    /// Notes a problem where the reading stands.
    public void problem(String message) {
        block.problem(line, message);
    }

    /// Notes something that could not be read at all.
    public void lost(String message) {
        block.lost(line, message);
    }

    /// A line begins; the block may be another one now.
    public void beginLine() {
        pass();
        line++;
    }

    /// Whether [#pass] would hand the block on.
    public boolean full() {
        return block.size() >= FULL;
    }

    /// Hands the block on when it is full. To be called where no code of it is kept.
    ///
    /// @throws java.util.concurrent.CancellationException when the spans are no longer wanted
    public void pass() {
        if (!full()) {
            return;
        }
        work.check();
        hand();
    }

    /// The record at a line (from 1) begins; the block may be another one now.
    public void beginLine(long number) {
        pass();
        line = number - 1 - handed;
    }

    private void hand() {
        if (line >= 0) {
            block.lines(line + 1);
            handed += line + 1;
            line = -1;
        }
        merge.offer(number++, block);
        block = fresh();
    }

    /// Hands on what is left; nothing may be added any more.
    public SpanMerge finish() {
        hand();
        return merge;
    }
}
