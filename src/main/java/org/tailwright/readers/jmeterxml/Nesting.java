package org.tailwright.readers.jmeterxml;

import java.util.Arrays;
import java.util.BitSet;

/// The samples that are open, outermost first, and what their times say about the time stamp.
///
/// A sub-result lies inside its sample. Where that is true only if the stamps mark the ends (or only if they mark the starts), it is a vote.
final class Nesting {
    private static final int JUDGED = 64;

    private final BitSet plain = new BitSet();
    private final long[] times = new long[JUDGED];
    private final long[] lengths = new long[JUDGED];
    private int depth;
    private int samples;
    private long startVotes;
    private long endVotes;

    /// Whether the next element lies in a sample (rather than only in transactions, or nowhere).
    boolean inSample() {
        return samples > 0;
    }

    /// Judges an element that lies directly in the innermost open one.
    void judge(SampleAttributes inner) {
        if (depth == 0 || depth > JUDGED || times[depth - 1] < 0) {
            return;
        }
        long time = times[depth - 1];
        long length = lengths[depth - 1];
        boolean start = inner.time >= time && inner.time + inner.elapsed <= time + length;
        boolean end = inner.time - inner.elapsed >= time - length && inner.time <= time;
        startVotes += start && !end ? 1 : 0;
        endVotes += end && !start ? 1 : 0;
    }

    void open(SampleAttributes sample) {
        if (depth < JUDGED) {
            times[depth] = sample.complete() ? sample.time : -1;
            lengths[depth] = sample.elapsed;
        }
        plain.set(depth, !sample.transaction);
        samples += sample.transaction ? 0 : 1;
        depth++;
    }

    void close() {
        if (depth > 0) {
            depth--;
            samples -= plain.get(depth) ? 1 : 0;
        }
    }

    /// Closes all that is open.
    void clear() {
        depth = 0;
        samples = 0;
        plain.clear();
        Arrays.fill(times, 0);
    }

    int depth() {
        return depth;
    }

    /// Whether the time stamps mark the ends of samples.
    boolean stampsAreEnds() {
        return endVotes > startVotes;
    }

    /// Whether sub-results told anything about the time stamps.
    boolean judged() {
        return endVotes != startVotes;
    }
}
