package org.tailwright.readers.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.tailwright.data.Histograms;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.Source;
import org.tailwright.work.Work;

/// Finds classic histograms among series, as Prometheus keeps them: counters `…_bucket` whose label `le` is the upper edge. What was counted
/// between two scrapes becomes an interval; a single scrape without a time becomes one interval of unknown length.
public final class BucketSeries {
    private static final String END = "_bucket";
    private static final String EDGE = "le";

    /// One edge of one histogram.
    private record Edge(double upper, Metrics.Series series) {}

    private final Source source;
    private final String format;
    private final Function<String, OptionalDouble> nanos;
    private final Map<String, Map<Map<String, String>, List<Edge>>> families = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private long resets;
    private long broken;

    /// @param nanos nanoseconds of one unit of the histogram of this name, empty when it holds no durations
    public BucketSeries(Source source, String format, Function<String, OptionalDouble> nanos) {
        this.source = source;
        this.format = format;
        this.nanos = nanos;
    }

    /// Names of histograms that are no durations, as far as their names tell, and that stay series only.
    public List<String> others() {
        return List.copyOf(others);
    }

    /// The histograms among `series`, one data set for each name, tags telling label sets apart.
    public List<Histograms> find(List<Metrics.Series> series, Work work) {
        for (Metrics.Series each : series) {
            String edge = each.labels().get(EDGE);
            if (edge != null && each.name().endsWith(END) && each.kind() == Metrics.Kind.COUNTER) {
                Map<String, String> labels = new HashMap<>(each.labels());
                labels.remove(EDGE);
                edge(edge).ifPresent(upper -> families.computeIfAbsent(each.name().substring(0, each.name().length() - END.length()), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(labels, _ -> new ArrayList<>()).add(new Edge(upper, each)));
            }
        }
        List<Histograms> found = new ArrayList<>();
        families.forEach((name, members) -> {
            work.check();
            OptionalDouble unit = nanos.apply(name);
            if (unit.isEmpty()) {
                others.add(name);
            } else {
                family(name, unit.getAsDouble(), members).ifPresent(found::add);
            }
        });
        return found;
    }

    private static OptionalDouble edge(String text) {
        if (text.equals("+Inf") || text.equals("Inf")) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private Optional<Histograms> family(String name, double unit, Map<Map<String, String>, List<Edge>> members) {
        EdgeHistograms histograms = new EdgeHistograms(name, unit, symbol(unit));
        resets = 0;
        broken = 0;
        long scrapes = members.values().stream().mapToLong(each -> each.getFirst().series().times().size()).sum();
        int stride = (int) (scrapes / EdgeHistograms.MOST + 1);
        members.forEach((labels, edges) -> member(histograms, labels.isEmpty() ? "" : new TreeMap<>(labels).toString(), edges, stride));
        if (resets > 0) {
            histograms.doubt("the counters were reset " + resets + (resets == 1 ? " time" : " times"));
        }
        if (broken > 0) {
            histograms.doubt(broken + " scrapes with buckets that count less than a lower bucket, or without all buckets, are not wholly used");
        }
        boolean timed = members.values().stream().anyMatch(each -> timed(each.getFirst().series()) > 1);
        return histograms.build(source, format, List.of(timed ? "what was counted before the first scrape is left out"
                : "the counts are those since the process started"));
    }

    private static String symbol(double nanos) {
        return nanos == 1 ? "ns" : nanos == 1e3 ? "µs" : nanos == 1e6 ? "ms" : nanos == 1e9 ? "s" : nanos == 60e9 ? "min" : "units";
    }

    private static int timed(Metrics.Series series) {
        int size = series.times().size();
        return size > 0 && !series.times().missing(size - 1) ? size : 0;
    }

    private void member(EdgeHistograms histograms, String tag, List<Edge> unsorted, int stride) {
        List<Edge> edges = new ArrayList<>(unsorted);
        edges.sort(Comparator.comparingDouble(Edge::upper));
        Metrics.Series last = edges.getLast().series();
        double[] uppers = edges.stream().mapToDouble(Edge::upper).filter(Double::isFinite).toArray();
        int size = last.times().size();
        if (timed(last) < 2) {
            add(histograms, Optional.empty(), tag, uppers, cumulative(edges, size - 1));
            return;
        }
        double[] before = null;
        long since = 0;
        for (int row = 0; row < size; row = row < size - 1 ? Math.min(size - 1, row + stride) : size) {
            long time = last.times().at(row);
            double[] now = last.times().missing(row) ? new double[0] : cumulative(edges, row);
            if (now.length == 0) {
                continue;
            }
            if (before != null) {
                add(histograms, Optional.of(new TimeSpan(since, time)), tag, uppers, difference(before, now));
            }
            before = now;
            since = time;
        }
    }

    /// Counts up to each edge at the scrape that is row `row` of the last edge; empty when an edge lacks it.
    private double[] cumulative(List<Edge> edges, int row) {
        Metrics.Series last = edges.getLast().series();
        double[] counts = new double[edges.size()];
        for (int i = 0; i < counts.length; i++) {
            int at = row(edges.get(i).series(), last, row);
            double count = at < 0 ? Double.NaN : edges.get(i).series().values().at(at);
            if (!(count >= 0)) {
                broken++;
                return new double[0];
            }
            counts[i] = count;
        }
        return counts;
    }

    /// Usually the same row; else the row of the same time.
    private static int row(Metrics.Series series, Metrics.Series reference, int row) {
        boolean same = row < series.times().size() && series.times().missing(row) == reference.times().missing(row)
                && series.times().at(row) == reference.times().at(row);
        if (same) {
            return row;
        }
        return reference.times().missing(row) ? -1 : search(series.times(), reference.times().at(row));
    }

    private static int search(Longs times, long wanted) {
        int low = 0;
        int high = times.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long time = times.missing(middle) ? Long.MIN_VALUE : times.at(middle);
            if (time == wanted) {
                return middle;
            }
            low = time < wanted ? middle + 1 : low;
            high = time < wanted ? high : middle - 1;
        }
        return -1;
    }

    private double[] difference(double[] before, double[] now) {
        double[] difference = new double[now.length];
        for (int i = 0; i < now.length; i++) {
            if (now[i] < before[i]) {
                resets++;
                return now;
            }
            difference[i] = now[i] - before[i];
        }
        return difference;
    }

    /// From counts up to each edge to counts of each bucket.
    private void add(EdgeHistograms histograms, Optional<TimeSpan> span, String tag, double[] uppers, double[] cumulative) {
        if (cumulative.length == 0) {
            return;
        }
        long[] counts = new long[uppers.length + 1];
        double before = 0;
        boolean falls = false;
        for (int i = 0; i < cumulative.length; i++) {
            falls |= cumulative[i] < before;
            counts[i] = Math.clamp(Math.round(cumulative[i]) - Math.round(before), 0, Long.MAX_VALUE >> 12);
            before = Math.max(before, cumulative[i]);
        }
        broken += falls ? 1 : 0;
        histograms.add(span, tag, uppers, counts, Double.NaN);
    }
}
