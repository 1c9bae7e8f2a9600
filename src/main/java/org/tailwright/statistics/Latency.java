package org.tailwright.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Percentiles with intervals, errors and throughput of requests: all, the successful, the failed, and by label.
public final class Latency {
    /// The percentiles shown unless somebody asks for others.
    static final List<Double> SHOWN = List.of(0.5, 0.9, 0.95, 0.99, 0.999, 0.9999);
    /// Those of every label, whatever is asked for besides.
    private static final double[] BY_LABEL = {0.5, 0.9, 0.95, 0.99, 0.999, 1};
    private static final int TOP = 50;
    private static final int CLASSES = 20;
    private static final long SECOND = 1_000_000_000L;

    /// Which percentiles, in (0, 1), ascending.
    public static final Field<List<Double>> PERCENTILES = Field.percentiles("percentiles", "percentiles, in percent; the maximum is always shown", "50,90,95,99,99.9,99.99");

    /// The analysis.
    public static final Analysis<List<Double>, LatencyResult> ANALYSIS = new Analysis<>("latency", "Latency",
            List.of(Slot.durations()), new Form<>(List.of(PERCENTILES), values -> values.get(PERCENTILES)), Latency::answer, LatencySection::explain);

    private Latency() {}

    private static Outcome<LatencyResult> answer(Inputs inputs, List<Double> percentiles, Work work) {
        Optional<Requests> requests = inputs.requests();
        if (requests.isEmpty()) {
            return Outcome.not("There are no requests here; choose requests, spans or an event type with durations.");
        }
        return requests.get().table().rows() == 0 ? Outcome.not("The selection holds no requests.")
                : Outcome.answer(of(requests.get(), percentiles, work));
    }

    /// Everything about these requests, of which there is at least one.
    public static LatencyResult of(Requests requests, Work work) {
        return of(requests, SHOWN, work);
    }

    /// The same with other percentiles, each in (0, 1), ascending; the maximum is added.
    public static LatencyResult of(Requests requests, List<Double> percentiles, Work work) {
        double[] shown = withMaximum(percentiles);
        Sample all = Sample.of(requests, work);
        LatencyResult.Group group = group(all, shown, work);
        Optional<Flags> failures = requests.failures();
        boolean split = failures.isPresent() && failures.get().count() > 0;
        LatencyResult.Group success = !split ? group : group(Sample.of(requests.select(failed(requests, false)), work), shown, work);
        Requests failed = split ? requests.select(failed(requests, true)) : requests.select(Rows.all(0));
        LatencyResult.Group failedGroup = group(Sample.of(failed, work), shown, work);
        TimeSpan span = requests.span().orElseThrow();
        LatencyResult.Run run = new LatencyResult.Run(span.start(), span.end(), throughput(requests, span, all.total()),
                requests.meaning().duration().words(), Quantiles.DEFINITION, requests.meaning().caveats());
        return new LatencyResult(group, success, failedGroup, errors(requests, failed, work), labels(requests, span, work), run);
    }

    private static double[] withMaximum(List<Double> percentiles) {
        return DoubleStream.concat(percentiles.stream().mapToDouble(Double::doubleValue), DoubleStream.of(1)).toArray();
    }

    private static Rows failed(Requests requests, boolean wanted) {
        Flags failures = requests.failures().orElseThrow();
        return Rows.where(requests.table().rows(), row -> failures.at(row) == wanted);
    }

    private static LatencyResult.Group group(Sample sample, double[] ps, Work work) {
        int n = sample.size();
        List<Percentile> percentiles = QuantileIntervals.of(sample, work, ps);
        if (n == 0) {
            return new LatencyResult.Group(0, 0, Double.NaN, Double.NaN, Double.NaN, percentiles);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += sample.weight(i) * sample.byTime()[i];
        }
        return new LatencyResult.Group(n, sample.total(), sum / sample.total(), sample.bySize()[0], sample.bySize()[n - 1], percentiles);
    }

    private static LatencyResult.Errors errors(Requests requests, Requests failed, Work work) {
        boolean known = requests.failures().isPresent();
        int n = failed.table().rows();
        Shares.Share share = known ? Shares.of(Sample.failuresByTime(requests), work)
                : new Shares.Share(Double.NaN, Double.NaN, Double.NaN, requests.table().rows(), Double.NaN);
        Optional<Texts> status = failed.table().texts(Requests.STATUS);
        if (n == 0 || status.isEmpty()) {
            return new LatencyResult.Errors(known, n, share, 0, List.of());
        }
        List<LatencyResult.ErrorClass> classes = classes(status.get(), n);
        long timeouts = classes.stream().filter(each -> timeout(each.status())).mapToLong(LatencyResult.ErrorClass::n).sum();
        return new LatencyResult.Errors(true, n, share, timeouts, classes.subList(0, Math.min(CLASSES, classes.size())));
    }

    private static boolean timeout(String status) {
        String text = status.toLowerCase(Locale.ROOT);
        return text.contains("timeout") || text.contains("timed out") || text.contains("deadline") || text.equals("504") || text.equals("408");
    }

    private static List<LatencyResult.ErrorClass> classes(Texts status, int n) {
        int[] counts = new int[status.codes() + 1];
        for (int row = 0; row < n; row++) {
            counts[status.code(row) + 1]++;
        }
        List<LatencyResult.ErrorClass> classes = new ArrayList<>();
        for (int code = -1; code < status.codes(); code++) {
            if (counts[code + 1] > 0) {
                String text = code < 0 ? "" : status.text(code);
                classes.add(new LatencyResult.ErrorClass(statusGroup(text), text, counts[code + 1]));
            }
        }
        classes.sort(Comparator.comparingLong(LatencyResult.ErrorClass::n).reversed().thenComparing(LatencyResult.ErrorClass::status));
        return classes;
    }

    private static String statusGroup(String status) {
        return status.matches("[45][0-9][0-9]") ? status.charAt(0) + "xx" : "other";
    }

    private static LatencyResult.Throughput throughput(Requests requests, TimeSpan span, double total) {
        double mean = span.length() == 0 ? Double.NaN : total * SECOND / span.length();
        long seconds = span.length() / SECOND;
        if (seconds < 1 || seconds > 50_000_000) {
            return new LatencyResult.Throughput(mean, Double.NaN, Double.NaN);
        }
        double[] ended = new double[(int) seconds + 1];
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        Optional<Doubles> weights = requests.table().doubles(Requests.WEIGHT);
        for (int row = 0; row < requests.table().rows(); row++) {
            long end = starts.at(row) + Math.max(0, durations.at(row)) - span.start();
            ended[(int) (end / SECOND)] += weights.isEmpty() ? 1 : weights.get().at(row);
        }
        double best = 0;
        double bestTen = seconds < 10 ? Double.NaN : 0;
        double ten = 0;
        for (int second = 0; second < seconds; second++) {
            best = Math.max(best, ended[second]);
            ten += ended[second] - (second >= 10 ? ended[second - 10] : 0);
            bestTen = second >= 9 ? Math.max(bestTen, ten / 10) : bestTen;
        }
        return new LatencyResult.Throughput(mean, best, bestTen);
    }

    private static LatencyResult.Labels labels(Requests requests, TimeSpan span, Work work) {
        Optional<Texts> labels = requests.labels();
        if (labels.isEmpty()) {
            return new LatencyResult.Labels(List.of(), 0, 0);
        }
        List<LabelRows> groups = LabelRows.of(labels.get(), requests.table().rows());
        List<LabelRows> top = groups.subList(0, Math.min(TOP, groups.size()));
        long left = groups.stream().skip(TOP).mapToLong(each -> each.rows().size()).sum();
        double seconds = Math.max(1, span.length()) / (double) SECOND;
        List<LatencyResult.Label> made = Pool.map(top.size(), work, i -> {
            Requests own = requests.select(top.get(i).rows());
            Sample sample = Sample.of(own, work);
            return new LatencyResult.Label(top.get(i).label(), sample.size(), own.errors(), sample.total() / seconds,
                    QuantileIntervals.of(sample, work, BY_LABEL));
        });
        return new LatencyResult.Labels(made, Math.max(0, groups.size() - TOP), left);
    }
}
