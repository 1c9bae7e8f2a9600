package org.tailwright.statistics.modes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Requests;
import org.tailwright.statistics.EffectiveSize;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Whether latency has several modes, on the logarithmic scale.
///
/// Candidates are the peaks of a kernel density of at most 40,000 logarithms, spread over the clock's steps. Two neighbours stay apart
/// when the rows of both fail Hartigan's dip test at less than one in a thousand (against the uniform law, which is the worst unimodal one), the valley
/// is at most 0.8 of the lower peak, and each holds at least one request in a hundred. Else the least convincing pair is joined, and again.
///
/// @param modes ascending; one when there are no several
/// @param n requests
/// @param splits columns that tell the modes apart, best first; empty with one mode
/// @param values attribute values that are over-represented in a mode, best first
public record Modes(List<Mode> modes, long n, List<Splits.Column> splits, List<Splits.Value> values) {
    /// √n · dip of uniform samples: 0.54 is passed by 5 %, 0.75 by 0.1 % of them (simulated here, n = 5,000), more than 0.8 by one in two thousand.
    private static final double CRITICAL = 0.8;
    private static final double SHALLOW = 0.8;
    private static final double LEAST = 0.01;
    private static final int FEW = 100;

    /// The analysis.
    public static final Analysis<Map<String, String>, Modes> ANALYSIS = new Analysis<>("modes", "Modes", List.of(Slot.durations()), Form.none(),
            (inputs, _, work) -> answer(inputs, work), ModesSection::explain);

    public Modes {
        modes = List.copyOf(modes);
        splits = List.copyOf(splits);
        values = List.copyOf(values);
    }

    private static Outcome<Modes> answer(Inputs inputs, Work work) {
        return inputs.requests().filter(each -> each.rows() > 0).map(each -> Outcome.answer(of(each, Sample.of(each, work), inputs.seed(), work)))
                .orElse(Outcome.not("There are no requests here; choose requests, spans or an event type with durations."));
    }

    /// The modes of requests and what splits them.
    ///
    /// @param sample of the same requests, at least one
    public static Modes of(Requests requests, Sample sample, long seed, Work work) {
        List<Mode> modes = of(sample, seed, work);
        if (modes.size() < 2) {
            return new Modes(modes, sample.size(), List.of(), List.of());
        }
        Splits splits = Splits.of(requests, modes, work);
        return new Modes(modes, sample.size(), splits.columns(), splits.values());
    }

    /// The modes alone.
    static List<Mode> of(Sample sample, long seed, Work work) {
        long[] sorted = sample.bySize();
        List<Mode> whole = List.of(new Mode(sorted[0], sorted[sorted.length - 1] + 1, sample.quantile(0.5), 1));
        if (sorted.length < FEW || sorted[0] == sorted[sorted.length - 1]) {
            return whole;
        }
        double[] logs = Dithered.of(sample, seed);
        Density density = Density.of(logs);
        work.check();
        List<Integer> peaks = new ArrayList<>(density.peaks());
        double worth = worth(sample, logs.length, work);
        while (peaks.size() > 1) {
            int weakest = weakest(density, peaks, logs, worth);
            if (weakest < 0) {
                break;
            }
            boolean first = density.heights()[peaks.get(weakest)] < density.heights()[peaks.get(weakest + 1)];
            peaks.remove(first ? weakest : weakest + 1);
            work.check();
        }
        return peaks.size() < 2 ? whole : named(sample, density, peaks);
    }

    /// How many independent rows the subsample is worth: fewer where slow requests follow each other, as far as the run can tell.
    private static double worth(Sample sample, int m, Work work) {
        EffectiveSize size = EffectiveSize.at(sample, sample.quantile(0.5), work);
        return size.known() ? Math.min(m, Math.max(FEW, size.size())) : m;
    }

    /// Number of the pair that convinces least, −1 when all do.
    private static int weakest(Density density, List<Integer> peaks, double[] logs, double worth) {
        int weakest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 1 < peaks.size(); i++) {
            double strength = strength(density, peaks, i, logs, worth);
            if (strength < Math.min(1, least)) {
                least = strength;
                weakest = i;
            }
        }
        return weakest;
    }

    /// At least 1 when a pair stays apart.
    private static double strength(Density density, List<Integer> peaks, int i, double[] logs, double worth) {
        int valley = density.valley(peaks.get(i), peaks.get(i + 1));
        int from = i == 0 ? 0 : rank(logs, density.at(density.valley(peaks.get(i - 1), peaks.get(i))));
        int to = i + 2 == peaks.size() ? logs.length : rank(logs, density.at(density.valley(peaks.get(i + 1), peaks.get(i + 2))));
        int cut = rank(logs, density.at(valley));
        double share = Math.min(cut - from, to - cut) / (double) logs.length;
        double depth = density.depth(peaks.get(i), valley, peaks.get(i + 1));
        if (share < LEAST) {
            return share / LEAST * 0.1;
        }
        if (depth > SHALLOW) {
            return 0.1 + 0.1 * (1 - depth);
        }
        double scaled = Math.sqrt((to - from) * worth / logs.length) * Dip.of(logs, from, to) / CRITICAL;
        return scaled >= 1 ? scaled : 0.2 + 0.79 * scaled;
    }

    private static int rank(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 1;
    }

    private static List<Mode> named(Sample sample, Density density, List<Integer> peaks) {
        long[] sorted = sample.bySize();
        List<Mode> modes = new ArrayList<>();
        long lowest = sorted[0];
        for (int i = 0; i < peaks.size(); i++) {
            boolean last = i == peaks.size() - 1;
            long beyond = last ? sorted[sorted.length - 1] + 1 : Math.round(Math.exp(density.at(density.valley(peaks.get(i), peaks.get(i + 1)))));
            double share = sample.beyond(lowest - 1) - sample.beyond(beyond - 1);
            modes.add(new Mode(lowest, beyond, Math.exp(density.at(peaks.get(i))), share));
            lowest = beyond;
        }
        return modes;
    }

    /// The mode that a duration belongs to, −1 for none.
    public int at(double nanos) {
        for (int i = 0; i < modes.size(); i++) {
            if (modes.get(i).contains(nanos)) {
                return i;
            }
        }
        return -1;
    }
}
