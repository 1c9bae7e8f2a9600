package org.tailwright.statistics.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Finds the segments of the series that stand out: more than any segment of the same series stands out after its blocks were
/// shuffled 99 times, by a margin for what taking segments out took from the noise, and by an amount that matters. The blocks last five
/// correlation times of what is left when the segments are taken out, so that a series which merely wanders sets its own bar. Of several
/// segments all must pass.
final class Search {
    private static final int SHUFFLES = 99;
    private static final int LEAST = 5;
    private static final int MOST = 6;
    private static final int LONGER = 10;
    private static final double MARGIN = 1.3;
    /// Several segments can soak up a series that merely wanders: each further one raises the bar for all.
    private static final double MORE = 0.3;

    private Search() {}

    /// Segments in order of time that do not overlap. The strongest give the edges; a weaker one that overlaps and lasts clearly longer
    /// lengthens them, as when a queue drains while its cause stays.
    static List<Series.Segment> segments(Scores scores, long seed, Work work) {
        List<Series.Segment> all = new ArrayList<>();
        for (Scores.Score each : scores.scores()) {
            all.addAll(segments(each.series(), scores.steps(), each.matters(), each.purpose(), seed, work));
        }
        all.sort(Comparator.comparingDouble(Series.Segment::strength).reversed());
        List<Series.Segment> kept = new ArrayList<>();
        for (Series.Segment each : all) {
            Series.Segment joined = each;
            for (Series.Segment other : List.copyOf(kept)) {
                if (overlap(other, joined)) {
                    kept.remove(other);
                    joined = joined(other, joined);
                }
            }
            kept.add(joined);
        }
        kept.sort(Comparator.comparingInt(Series.Segment::from));
        return kept;
    }

    private static Series.Segment joined(Series.Segment strong, Series.Segment weak) {
        int from = weak.from() <= strong.from() - LONGER ? weak.from() : strong.from();
        int to = weak.to() >= strong.to() + LONGER ? weak.to() : strong.to();
        return new Series.Segment(from, to, strong.strength());
    }

    private static boolean overlap(Series.Segment one, Series.Segment other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private static List<Series.Segment> segments(Series series, WindowLevels steps, double matters, String purpose, long seed, Work work) {
        List<Series.Segment> candidates = new ArrayList<>();
        List<Series.Segment> accepted = List.of();
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
            double bar = margin * bar(rest, candidates, purpose, seed, weakest / margin, work);
            if (weakest > bar) {
                accepted = List.copyOf(candidates);
            }
        }
        return accepted;
    }

    /// The highest strength of any segment in the shuffled series; infinite when correlation lasts too long to shuffle. Stops early once
    /// `weakest` cannot pass any more.
    private static double bar(Series rest, List<Series.Segment> out, String purpose, long seed, double weakest, Work work) {
        int length = (int) Math.max(2, Math.ceil(5 * rest.correlationTime(out)));
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
