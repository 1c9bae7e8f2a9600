package org.tailwright.readers.cpuprofile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Json;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.ProfileJson;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The samples of a V8 profile. A sample lasts from its time stamp to the next one's, the last to the profile's end, as in the browser's own
/// tools; the time before the first sample belongs to none. A profile may come in pieces, as Chrome's traces hold it.
public final class V8Samples {
    /// Later than the year 2000 in microseconds: V8's clock counts from the machine's start, but some tools write calendar times.
    private static final double CALENDAR_MICROS = 946_684_800e6;
    private static final double LONGEST_MICROS = 9e15;

    private final Profile profile;
    private final Work work;
    private final V8Nodes nodes;
    private Reals ids = new Reals();
    private final Reals deltas = new Reals();
    private Reals stamps = new Reals();
    private final Reals sizes = new Reals();
    private double start = Double.NaN;
    private double end = Double.NaN;
    private boolean heap;
    private long skipped;

    /// @param profile takes frames and stacks
    public V8Samples(Profile profile, Work work) {
        this.profile = profile;
        this.work = work;
        nodes = new V8Nodes(profile);
    }

    /// Reads a member of a profile, or of a piece of one.
    public void member(String name, JsonParser value) {
        work.check();
        switch (name) {
            case "cpuProfile" -> Json.object(value, this::member);
            case "nodes" -> nodes.list(value);
            case "head" -> nodes.nested(value);
            case "samples" -> samples(value);
            case "timeDeltas" -> Json.array(value, each -> deltas.add(ProfileJson.number(each)));
            case "timestamps" -> stamps = ProfileJson.numbers(value);
            case "startTime" -> start = ProfileJson.number(value);
            case "endTime" -> end = ProfileJson.number(value);
            default -> value.skipChildren();
        }
    }

    /// Numbers of nodes; in a heap profile objects with `size` and `nodeId`.
    private void samples(JsonParser parser) {
        Json.array(parser, each -> {
            if (each.currentToken() != JsonToken.START_OBJECT) {
                ids.add(ProfileJson.number(each));
                return;
            }
            heap = true;
            double[] sample = {Double.NaN, Double.NaN};
            Json.object(each, (member, value) -> {
                switch (member) {
                    case "size" -> sample[0] = ProfileJson.number(value);
                    case "nodeId" -> sample[1] = ProfileJson.number(value);
                    default -> value.skipChildren();
                }
            });
            sizes.add(sample[0]);
            ids.add(sample[1]);
        });
    }

    /// All members were read: puts samples with times into `rows`.
    ///
    /// @param thread which was sampled
    /// @param base nanoseconds that times count from
    /// @return idle nanoseconds
    public double finish(Diagnostics diagnostics, SampleRows rows, String thread, long base) {
        settle(diagnostics);
        double idle = timed(diagnostics, rows, thread, base);
        tellSkipped(diagnostics);
        return idle;
    }

    private void settle(Diagnostics diagnostics) {
        nodes.settle();
        if (nodes.odd() > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "nodes with two callers, or in a circle: " + nodes.odd()));
        }
    }

    private void tellSkipped(Diagnostics diagnostics) {
        if (skipped > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "of unknown nodes or without a time: " + Profile.count(skipped, "sample")));
        }
    }

    void finish(Diagnostics diagnostics) {
        settle(diagnostics);
        if (heap) {
            heap();
        } else if (ids.size() > 0 && (deltas.size() > 0 || stamps.size() > 0)) {
            SampleRows rows = profile.kind("cpu", Unit.DURATION);
            tellIdle(profile, rows, timed(diagnostics, rows, "", 0));
            tell(rows);
        } else {
            hits();
        }
        tellSkipped(diagnostics);
    }

    private void heap() {
        SampleRows rows = profile.kind("allocation", Unit.BYTES);
        for (int i = 0; i < ids.size(); i++) {
            int node = nodes.stack(ids.at(i));
            if (node == -2 || !(sizes.at(i) >= 0)) {
                skipped++;
            } else {
                rows.add(node, sizes.at(i));
            }
        }
        profile.doubt("V8 samples allocations: sizes are estimates, only of what was alive at the end");
    }

    /// Nodes with their own weights, when no samples are listed: hits, or bytes in a heap profile without samples.
    private void hits() {
        boolean bytes = Double.isNaN(start) && Double.isNaN(end);
        SampleRows rows = profile.kind(bytes ? "allocation" : "samples", bytes ? Unit.BYTES : Unit.COUNT);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.weight(i) > 0) {
                rows.add(nodes.stackOf(i), nodes.weight(i));
            }
        }
        if (rows.size() > 0) {
            profile.doubt("the file lists no samples, only what each node has of its own");
        }
    }

    /// @return idle nanoseconds
    private double timed(Diagnostics diagnostics, SampleRows rows, String thread, long base) {
        int n = ids.size();
        double[] times = new double[n];
        // Old files have one time stamp more than samples: that of the start.
        int shift = Math.max(0, stamps.size() - n);
        double now = Double.isNaN(start) ? 0 : start;
        for (int i = 0; i < n; i++) {
            now += Double.isNaN(deltas.at(i)) ? 0 : deltas.at(i);
            times[i] = stamps.size() > 0 ? stamps.at(i + shift) : i < deltas.size() ? now : Double.NaN;
        }
        double close = Double.isNaN(end) ? Double.NaN : end;
        Integer[] order = order(times, diagnostics);
        double idle = 0;
        for (int k = 0; k < n; k++) {
            int i = order == null ? k : order[k];
            int node = nodes.stack(ids.at(i));
            double from = times[i];
            if (node == -2 || Double.isNaN(from) || Math.abs(from) > LONGEST_MICROS) {
                skipped++;
                continue;
            }
            double next = k + 1 < n ? times[order == null ? k + 1 : order[k + 1]] : close;
            double micros = next > from && next < LONGEST_MICROS ? next - from : 0;
            rows.add(node, micros * 1e3).start(base + Math.round(from * 1e3)).end(base + Math.round((from + micros) * 1e3));
            if (!thread.isEmpty()) {
                rows.thread(thread);
            }
            idle += node >= 0 && profile.frames().text(profile.tree().frame(node)).equals("(idle)") ? micros * 1e3 : 0;
        }
        return idle;
    }

    /// Says how much of the time nothing ran.
    public static void tellIdle(Profile profile, SampleRows rows, double idle) {
        if (idle > 0 && rows.total() > 0) {
            profile.doubt(Math.round(100 * idle / rows.total()) + " % of the time is (idle): the thread waited");
        }
    }

    private void tell(SampleRows rows) {
        if (rows.span().isPresent()) {
            double first = rows.span().get().start() / 1e3;
            if (first < CALENDAR_MICROS) {
                profile.assume("times count from an unknown start, not from 1970: V8 writes no date");
            }
            // Old files give start and end in whole seconds.
            boolean micros = start <= first && end >= rows.span().get().end() / 1e3 - 1 && end < LONGEST_MICROS;
            if (micros && start > 0 && first - start < 60e6) {
                profile.span(new TimeSpan(Math.round(start * 1e3), Math.round(end * 1e3)));
            }
        }
    }

    /// The order of time, null when the samples are in it already.
    private static Integer @Nullable [] order(double[] times, Diagnostics diagnostics) {
        boolean sorted = true;
        for (int i = 1; i < times.length; i++) {
            sorted &= !(times[i] < times[i - 1]);
        }
        if (sorted) {
            return null;
        }
        Integer[] order = new Integer[times.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(times[a], times[b]));
        diagnostics.note("samples are not in order of time; they were sorted");
        return order;
    }

    /// Samples that could not be placed.
    public long skipped() {
        return skipped;
    }
}
