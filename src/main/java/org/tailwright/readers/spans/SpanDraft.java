package org.tailwright.readers.spans;

import java.util.Arrays;

/// One span while it is read: a buffer that a parser fills and [SpanBlock#add] empties. Codes are those of the block, -1 for none.
public final class SpanDraft {
    /// Code of the trace id.
    public int trace;
    /// Code of the span id.
    public int span;
    /// Code of the parent's span id.
    public int parent;
    /// Code of the operation's name.
    public int label;
    /// Ordinal of the [SpanKind], or -1.
    public int kind;
    /// Start, nanoseconds since the epoch.
    public long start;
    /// End, nanoseconds since the epoch.
    public long end;
    /// Whether a start was given.
    public boolean started;
    /// Whether an end was given.
    public boolean ended;
    /// Whether it failed.
    public boolean failed;
    /// How many spans it stands for; NaN when nothing says so.
    public double weight;
    /// Whether something says that traces were sampled.
    public boolean sampled;

    /// Whether it is the called side of a call and bears the span id of the calling side.
    public boolean shared;
    /// Code of a text that tells the place (service, address) where it was recorded, by which the children of such spans are told apart; or -1.
    public int place;

    private double parameter;
    private String sampler = "";

    int[] keys = new int[32];
    int[] values = new int[32];
    int attributes;

    /// An empty draft.
    public SpanDraft() {
        clear();
    }

    /// Empties it for the next span.
    public void clear() {
        trace = -1;
        span = -1;
        parent = -1;
        label = -1;
        kind = -1;
        started = false;
        ended = false;
        failed = false;
        weight = Double.NaN;
        sampled = false;
        shared = false;
        place = -1;
        parameter = Double.NaN;
        sampler = "";
        attributes = 0;
    }

    /// Adds an attribute by the codes of its key and value; a key of -1 is left out.
    public void attribute(int key, int value) {
        if (key < 0) {
            return;
        }
        if (attributes == keys.length) {
            keys = Arrays.copyOf(keys, 2 * attributes);
            values = Arrays.copyOf(values, 2 * attributes);
        }
        keys[attributes] = key;
        values[attributes++] = value;
    }

    /// Takes note of an attribute that speaks of sampling.
    public void sampling(Sampling.Role role, String value) {
        switch (role) {
            case NONE -> { }
            case WEIGHT, PROBABILITY -> {
                double known = Sampling.weight(role, value);
                weight = Double.isNaN(weight) ? known : weight;
            }
            case PARAMETER -> parameter = Sampling.weight(role, value);
            case TYPE -> sampler = value;
            case TRACE_STATE -> {
                double known = Sampling.weightOfTraceState(value);
                weight = Double.isNaN(weight) ? known : weight;
            }
            case EVIDENCE -> sampled = true;
        }
    }

    /// A sampler's parameter is a probability only when the sampler is probabilistic, which another attribute says.
    void weigh() {
        sampled |= !sampler.isEmpty() && !Sampling.keepsAll(sampler);
        if (Double.isNaN(weight) && sampler.equals("probabilistic")) {
            weight = parameter;
        }
    }
}
