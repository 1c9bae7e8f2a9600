package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.work.Work;

/// What a data set shows about its own recording, for its trust card: order, clock, holes, duplicates, clipping, weights, and the
/// percentiles that its size can carry. Cost: two passes over the rows on all cores.
public final class DataChecks {
    private static final double[] NINES = {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999};

    private DataChecks() {}

    /// Above this many rows a quick look seeks no duplicates.
    private static final int QUICK = 1_000_000;

    /// The checks that make sense for this data set, those that matter first.
    public static List<Check> of(Dataset dataset, Work work) {
        return of(dataset, true, work);
    }

    /// As the other one, without seeking duplicates among more than a million rows, which would cost a `summary` a noticeable share of its time.
    public static List<Check> quick(Dataset dataset, Work work) {
        return of(dataset, dataset.rows() <= QUICK, work);
    }

    private static List<Check> of(Dataset dataset, boolean seeking, Work work) {
        List<Check> found = new ArrayList<>();
        switch (dataset) {
            case Requests requests -> rows(requests, requests.meaning().duration().one(), seeking, found, work);
            case Traces traces -> rows(traces.asRequests(), "span", seeking, found, work);
            case Histograms histograms -> HistogramChecks.add(histograms, found);
            case Metrics metrics -> SeriesChecks.add(metrics, found, work);
            case Recording _, LoadPoints _ -> { }
        }
        found.sort((a, b) -> b.level().compareTo(a.level()));
        return List.copyOf(found);
    }

    private static void rows(Requests requests, String one, boolean seeking, List<Check> into, Work work) {
        int n = requests.table().rows();
        if (n == 0) {
            return;
        }
        RowScan scan = RowScan.of(requests, seeking, work);
        order(scan, one, into);
        if (!requests.meaning().duration().ofRuntime()) {
            holes(scan, into); // a runtime has no rhythm of its own
        }
        if (seeking) {
            duplicates(scan, n, one, into);
        } else {
            into.add(Check.note("duplicates", "duplicates are not sought here among more than " + Numbers.count(QUICK) + " rows; run trust, the report and the window do"));
        }
        clipped(scan, requests, one, into);
        nines(n, one + "s", into);
        requests.table().doubles(Requests.WEIGHT).ifPresent(weights -> weights(weights, into));
        if (scan.order().negative() > 0) {
            into.add(Check.doubt("durations", Numbers.percent(scan.order().negative() / (double) scan.rows()) + " of the durations are negative: the clock was set while they ran"));
        }
    }

    private static void order(RowScan scan, String one, List<Check> into) {
        ClockSteps clock = ClockSteps.of(scan.blocks());
        RowScan.Order order = scan.order();
        boolean byEnd = order.endsBack() < order.startsBack();
        double share = Math.min(order.startsBack(), order.endsBack()) / (double) scan.rows();
        String words = share == 0 ? "rows stand in the order in which " + one + "s " + (byEnd ? "ended" : "started")
                : Numbers.percent(share) + " of the rows " + (byEnd ? "end" : "start") + " before the row above them";
        into.add(clock.ordered() ? Check.fine("order", words) : Check.note("order", words + ": the file is not in order of time, so clock steps cannot be seen"));
        if (!clock.steps().isEmpty()) {
            ClockSteps.Step largest = clock.steps().getFirst();
            into.add(Check.doubt("clock", (clock.steps().size() == 1 ? "time goes back once" : "time goes back " + clock.steps().size() + " times") + ", by up to "
                    + Numbers.duration(largest.nanos()) + " near row " + Numbers.count(largest.row() + 1) + ": the clock was set, or files were joined"));
        }
    }

    private static void holes(RowScan scan, List<Check> into) {
        List<TimeSpan> holes = Holes.of(scan.started(), scan.extent().first(), scan.extent().last());
        holes(holes, scan.extent(), into);
    }

    private static void holes(List<TimeSpan> holes, RowScan.Extent extent, List<Check> into) {
        if (holes.isEmpty()) {
            into.add(Check.fine("holes", "no holes: no pause stands out from the usual rhythm of starts"));
            return;
        }
        TimeSpan longest = holes.stream().max(Comparator.comparingLong(TimeSpan::length)).orElseThrow();
        long sum = holes.stream().mapToLong(TimeSpan::length).sum();
        String times = holes.size() == 1 ? "" : " (" + holes.size() + " holes, " + Numbers.duration(sum) + " in all)";
        into.add(Check.doubt("holes", "nothing started for " + Numbers.duration(longest.length()) + ", " + Numbers.duration(longest.start() - extent.first())
                + " after the beginning" + times + ": an outage, a stall of the load generator, or lost rows"));
    }

    private static void duplicates(RowScan scan, int n, String one, List<Check> into) {
        RowScan.Repeats repeats = scan.repeats();
        double share = repeats.rows() / (double) n;
        boolean estimated = repeats.looked() * 2 < n;
        String words = (estimated ? "about " : "") + Numbers.count(repeats.rows()) + " rows (" + Numbers.percent(share) + ") repeat another row's time, duration, label"
                + (repeats.identified() ? " and thread" : "");
        if (repeats.rows() == 0) {
            into.add(Check.fine("duplicates", "no row repeats another"));
        } else if (repeats.identified() && share >= 0.0001 || share >= 0.05) {
            into.add(Check.doubt("duplicates", words + ": were files joined twice?"));
        } else {
            into.add(Check.note("duplicates", words + (repeats.identified() ? "" : "; without a thread they may be different " + one + "s")));
        }
    }

    private static void clipped(RowScan scan, Requests requests, String one, List<Check> into) {
        RowScan.Order order = scan.order();
        boolean wide = scan.extent().longest() >= 20 * Math.max(1, requests.meaning().quantumNanos());
        if (wide && order.longest() >= 20 && order.longest() > 2 * order.near() && order.longest() < scan.rows()) {
            into.add(Check.doubt("clipped", Numbers.percent(order.longest() / (double) scan.rows()) + " of the " + one + "s last exactly "
                    + Numbers.duration(scan.extent().longest()) + ": they were cut off there (a timeout or a limit), so higher percentiles are lower bounds"));
        }
    }

    /// Of n rows, not of n_eff: what even independent rows could not carry.
    static void nines(long n, String things, List<Check> into) {
        double carried = 0;
        Optional<Double> next = Optional.empty();
        for (double p : NINES) {
            if (n >= QuantileIntervals.minimal(p)) {
                carried = p;
            } else if (next.isEmpty()) {
                next = Optional.of(p);
            }
        }
        String beyond = next.map(p -> "; " + Numbers.percentile(p) + " needs " + Numbers.count(QuantileIntervals.minimal(p))).orElse("");
        String words = carried == 0 ? Numbers.count(n) + " " + (n == 1 ? things.substring(0, things.length() - 1) + " carries" : things + " carry") + " no percentile" + beyond
                : Numbers.count(n) + " " + things + " carry percentiles up to " + Numbers.percentile(carried) + " at best" + beyond;
        into.add(carried < 0.99 ? Check.doubt("nines", words) : Check.fine("nines", words));
    }

    private static void weights(Doubles weights, List<Check> into) {
        double sum = 0;
        double squares = 0;
        double most = 0;
        for (int row = 0; row < weights.size(); row++) {
            double weight = weights.missing(row) ? 1 : weights.at(row);
            sum += weight;
            squares += weight * weight;
            most = Math.max(most, weight);
        }
        if (squares > 0 && most != 1) {
            into.add(Check.note("weights", "rows stand for " + Numbers.number(sum / weights.size()) + " on average and " + Numbers.number(most)
                    + " at most; together they are worth " + Numbers.count(Math.round(sum * sum / squares)) + " equal ones (Kish)"));
        }
    }
}
