package org.tailwright.readers.percentiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Origin;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;

/// Collects the distributions that a load generator printed, one for each run or kind of request, and the throughput of each load. Load
/// points become a data set when there are at least two different loads.
public final class PrintedRuns {
    private static final int MOST = 100_000;

    private final List<Histograms.Interval> intervals = new ArrayList<>();
    private final Set<String> assumed = new LinkedHashSet<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private final Doubles.Builder loads = Doubles.builder(Unit.NONE);
    private final Doubles.Builder rates = Doubles.builder(Unit.PER_SECOND);
    private final Doubles.Builder latencies = Doubles.builder(Unit.DURATION);
    private final Set<Double> different = new LinkedHashSet<>();
    private boolean disjoint = true;

    /// Adds a distribution; an empty one is left out.
    ///
    /// @param tag which run or kind of request, empty when there is one
    /// @return whether it is kept
    public boolean add(Optional<TimeSpan> span, String tag, KnownPercentiles known) {
        if (intervals.size() >= MOST) {
            doubts.add("only the first " + MOST + " distributions are kept");
        }
        Optional<Histograms.Interval> made = intervals.size() < MOST ? known.build(span, tag) : Optional.empty();
        made.ifPresent(intervals::add);
        doubts.addAll(made.isPresent() ? known.doubts() : List.of());
        return made.isPresent();
    }

    /// Adds an interval whose values were counted, in nanoseconds.
    public void add(Histograms.Interval interval) {
        if (intervals.size() < MOST) {
            intervals.add(interval);
        }
    }

    /// Says that tags speak of the same requests.
    public void overlapping() {
        disjoint = false;
    }

    /// Adds what is taken for granted.
    public void assume(String sentence) {
        assumed.add(sentence);
    }

    /// Adds what makes conclusions weaker.
    public void doubt(String sentence) {
        doubts.add(sentence);
    }

    /// Adds a load point; without load or throughput there is none.
    ///
    /// @param p99 nanoseconds, NaN where unknown
    public void point(double load, double perSecond, double p99) {
        if (load > 0 && perSecond >= 0) {
            loads.add(load);
            rates.add(perSecond);
            if (Double.isNaN(p99)) {
                latencies.addMissing();
            } else {
                latencies.add(p99);
            }
            different.add(load);
        }
    }

    /// How many distributions there are.
    public int size() {
        return intervals.size();
    }

    /// The data sets: the distributions, and load points where there are several loads.
    public List<Dataset> datasets(Source source, String format, LoadPoints.Axis axis, long skipped) {
        Trust trust = new Trust(intervals.size(), skipped, List.copyOf(assumed), List.copyOf(doubts));
        List<Dataset> found = new ArrayList<>();
        if (!intervals.isEmpty()) {
            found.add(new Histograms(new Origin(source.name(), source.path(), format, trust), intervals, 1, disjoint));
        }
        if (different.size() > 1) {
            SequencedMap<String, Column> columns = new LinkedHashMap<>();
            columns.put(LoadPoints.LOAD, loads.build());
            columns.put(LoadPoints.THROUGHPUT, rates.build());
            columns.put(LoadPoints.LATENCY, latencies.build());
            Table table = Table.of(columns);
            Trust points = new Trust(table.rows(), 0, List.of("each run is one load point, with its number of "
                    + axis.words().toLowerCase(Locale.ROOT) + " as the load"), List.of());
            found.add(new LoadPoints(new Origin(source.name() + " load points", source.path(), format, points), table, axis));
        }
        return found;
    }

    /// As a result, with a note when nothing was printed.
    public ReadResult result(Source source, String format, LoadPoints.Axis axis, Diagnostics diagnostics, long skipped) {
        List<Dataset> found = datasets(source, format, axis, skipped);
        if (found.isEmpty()) {
            diagnostics.note("no run in the file has an answer");
        }
        return ReadResult.of(format, found, diagnostics, skipped);
    }
}
