package org.tailwright.statistics.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Finds the segments of the three series that stand out: more than any segment of the same series stands out after its blocks were
/// shuffled 99 times, by a margin for what taking segments out took from the noise, and by an amount that matters. The blocks last five
/// correlation times of what is left when the segments are taken out, so that a series which merely wanders sets its own bar. Of several
/// segments all must pass.
final class Search {
    private static final int SHUFFLES = 99;
    private static final int LEAST = 5;
    private static final int MOST = 6;
    private static final double MARGIN = 1.3;
    /// Several segments can soak up a series that merely wanders: each further one raises the bar for all.
    private static final double MORE = 0.3;
    private static final double LEVEL = 0.1;
    private static final double TAIL = 0.1;
    private static final double FAILURES = 0.02;

    private Search() {}

    /// A segment and how far it rises above the bar of its series.
    private record Found(Series.Segment segment, double rise) {}

    /// Segments in order of time that do not overlap.
    static List<Series.Segment> segments(Scores scores, long seed, Work work) {
        List<Found> all = new ArrayList<>();
        all.addAll(segments(scores.level(), scores.steps(), LEVEL, "incidents level", seed, work));
        all.addAll(segments(scores.tail(), scores.steps(), TAIL, "incidents tail", seed, work));
        all.addAll(segments(scores.failures(), scores.steps(), FAILURES, "incidents failures", seed, work));
        all.sort(Comparator.comparingDouble(Found::rise).reversed());
        List<Series.Segment> kept = new ArrayList<>();
        for (Found each : all) {
            if (kept.stream().noneMatch(other -> overlap(other, each.segment))) {
                kept.add(each.segment);
            }
        }
        kept.sort(Comparator.comparingInt(Series.Segment::from));
        return kept;
    }

    private static boolean overlap(Series.Segment one, Series.Segment other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private static List<Found> segments(Series series, LoadSteps steps, double matters, String purpose, long seed, Work work) {
        List<Series.Segment> candidates = new ArrayList<>();
        List<Found> accepted = List.of();
        Series rest = series;
        double weakest = Double.MAX_VALUE;
        while (candidates.size() < MOST) {
            Series.Segment next = rest.strongest(LEAST);
            if (next.strength() == 0 || rest.inside(next) - rest.outside(next) < matters) {
                break;
            }
            candidates.add(next);
            rest = rest.without(next, steps.levels(), steps.count());
            weakest = Math.min(weakest, next.strength());
            double margin = MARGIN * (1 + MORE * (candidates.size() - 1));
            double bar = margin * bar(rest, purpose, seed, weakest / margin, work);
            if (weakest > bar) {
                accepted = candidates.stream().map(each -> new Found(each, each.strength() / bar)).toList();
            }
        }
        return accepted;
    }

    /// The highest strength of any segment in the shuffled series; infinite when correlation lasts too long to shuffle. Stops early once
    /// `weakest` cannot pass any more.
    private static double bar(Series rest, String purpose, long seed, double weakest, Work work) {
        int length = (int) Math.max(2, Math.ceil(5 * rest.correlationTime()));
        if (length > rest.sums().length / 20) {
            return Double.POSITIVE_INFINITY;
        }
        double bar = rest.strongest(LEAST).strength();
        for (int i = 0; i < SHUFFLES && bar < weakest; i++) {
            work.check();
            bar = Math.max(bar, rest.shuffled(length, Seeds.stream(seed, purpose, i)).strongest(LEAST).strength());
        }
        return bar;
    }
}
