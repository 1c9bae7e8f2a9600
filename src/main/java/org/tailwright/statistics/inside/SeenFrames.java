package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.work.Work;

/// Innermost frames of stack samples that were seen more often while the selection happened.
final class SeenFrames implements Contributor {
    private static final double LIFT = 1.5;
    private static final int SUPPORT = 10;

    @Override
    public List<Tested> tested(Case question, Work work) {
        List<Tested> tested = new ArrayList<>();
        for (Dataset each : question.moments().hot().isEmpty() ? List.<Dataset>of() : question.beside()) {
            if (each instanceof Recording recording) {
                tested.addAll(frames(recording, question, work));
            }
        }
        return tested;
    }

    private static List<Tested> frames(Recording recording, Case question, Work work) {
        Stacks stacks = recording.samples();
        Optional<Longs> starts = stacks.samples().longs(Requests.START);
        Optional<Longs> nodes = stacks.samples().longs(Stacks.NODE);
        if (starts.isEmpty() || nodes.isEmpty()) {
            return List.of();
        }
        Blocks grid = question.moments().grid();
        int[] slots = slots(stacks, nodes.get());
        int[] frames = new int[Attribute.MOST];
        int[][] counts = new int[2][Attribute.MOST * grid.count()];
        int[][] rows = new int[2][grid.count()];
        for (int row = 0; row < nodes.get().size(); row++) {
            long time = starts.get().at(row);
            int node = (int) nodes.get().at(row);
            if (node >= 0 && question.moments().whole().contains(time)) {
                int block = grid.of(time);
                int frame = stacks.nodeFrames()[node];
                for (int side = question.moments().in(time) ? 0 : 1; side < 2; side++) {
                    rows[side][block]++;
                    if (slots[frame] >= 0) {
                        frames[slots[frame]] = frame;
                        counts[side][slots[frame] * grid.count() + block]++;
                    }
                }
            }
        }
        work.check();
        return tested(recording, frames, counts, rows, grid.count());
    }

    /// A slot for each of the frames that are innermost most often, -1 for others.
    private static int[] slots(Stacks stacks, Longs nodes) {
        long[] ranked = new long[stacks.frames().codes()];
        for (int code = 0; code < ranked.length; code++) {
            ranked[code] = code;
        }
        for (int row = 0; row < nodes.size(); row++) {
            if (nodes.at(row) >= 0) {
                ranked[stacks.nodeFrames()[(int) nodes.at(row)]] += 1L << 32;
            }
        }
        Arrays.sort(ranked);
        int[] slots = new int[ranked.length];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < Math.min(Attribute.MOST, ranked.length); slot++) {
            slots[(int) ranked[ranked.length - 1 - slot]] = slot;
        }
        return slots;
    }

    private static List<Tested> tested(Recording recording, int[] frames, int[][] counts, int[][] rows, int blocks) {
        double inside = Arrays.stream(rows[0]).asLongStream().sum();
        double n = Arrays.stream(rows[1]).asLongStream().sum();
        List<Tested> tested = new ArrayList<>();
        for (int slot = 0; slot < frames.length && inside > 0 && inside < n; slot++) {
            double own = Arrays.stream(counts[0], slot * blocks, (slot + 1) * blocks).asLongStream().sum();
            double all = Arrays.stream(counts[1], slot * blocks, (slot + 1) * blocks).asLongStream().sum();
            if (all < Values.FEWEST || all == n) {
                continue;
            }
            double lift = own / inside / (all / n);
            double p = lift <= 1 ? 1 : Association.p(counts[0], counts[1], slot * blocks, rows[0], rows[1]);
            double gain = Association.gain(own, all, inside, n);
            tested.add(new Tested(new Finding(Finding.Kind.STACK, new Finding.Subject(recording.name(), "innermost frame", recording.samples().frames().text(frames[slot])),
                    new Finding.Sides(own / inside, (all - own) / (n - inside), "share", (long) own),
                    new Finding.Strength(lift, gain, gain / Association.entropy(inside / n), p, 1)), own >= SUPPORT && lift >= LIFT));
        }
        return tested;
    }
}
