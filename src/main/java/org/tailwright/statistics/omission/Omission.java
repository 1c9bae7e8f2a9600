package org.tailwright.statistics.omission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Longs;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Coordinated omission: durations as measured and as HdrHistogram's correction would have them for the interval at which each connection
/// meant to send. The correction is a model, not a bound.
public final class Omission {
    private static final double[] SHOWN = {0.5, 0.9, 0.99, 0.999, 0.9999, 1};
    private static final int STEPS = 24;
    private static final double MOST_ADDED = 2e8;
    private static final Field<Long> INTERVAL = Field.duration("interval", "how often each connection meant to send; 0ms takes it from the data", "0ms");
    private static final Field<Long> CONNECTIONS =
            Field.integer("connections", "how many connections sent, where the file does not tell; 0 looks for itself", 0, 0, 10_000_000);

    /// What is asked.
    ///
    /// @param intervalNanos typed interval per connection; 0 for the suggested one
    /// @param connections typed number of connections; 0 when not typed
    public record Asked(long intervalNanos, long connections) {}

    /// The analysis.
    public static final Analysis<Asked, OmissionResult> ANALYSIS = new Analysis<>("coordinated-omission", "Coordinated omission",
            List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES, Dataset.Kind.RECORDING, Dataset.Kind.HISTOGRAMS), Slot.Arity.ONE)),
            new Form<>(List.of(INTERVAL, CONNECTIONS), values -> new Asked(values.get(INTERVAL), values.get(CONNECTIONS))), Omission::answer,
            OmissionSection::explain);

    private Omission() {}

    private static Outcome<OmissionResult> answer(Inputs inputs, Asked asked, Work work) {
        Optional<Requests> requests = inputs.requests();
        Optional<Histograms> histograms = inputs.first(Histograms.class).map(inputs.selection()::of);
        if (requests.isPresent()) {
            return requests.get().table().rows() == 0 ? Outcome.not("The selection holds no requests.") : Outcome.answer(of(requests.get(), Sample.of(requests.get(), work), asked, inputs.objectives(), work));
        }
        return histograms.map(each -> of(each, asked, inputs.objectives(), work)).orElse(Outcome.not("There are no durations here; choose requests, spans or histograms."));
    }

    /// What may be hidden in requests, of which there is at least one.
    ///
    /// @param sample of the same requests
    /// @param objectives those of latency that bind all rows are judged
    public static OmissionResult of(Requests requests, Sample sample, Asked asked, List<Objective> objectives, Work work) {
        Standing standing = Standing.of(requests);
        OmissionResult.Measured raw = new OmissionResult.Measured(QuantileIntervals.of(sample, work, SHOWN), Curve.of(sample));
        if (standing.kind() == Standing.Kind.INTENDED_KNOWN) {
            return new OmissionResult(standing, Optional.empty(), raw, Optional.of(measured(requests, work)), List.of(), "");
        }
        if (!standing.correctable()) {
            return new OmissionResult(standing, Optional.empty(), raw, Optional.empty(), List.of(), standing.words());
        }
        Pace pace = Pace.of(requests, asked.connections, work);
        boolean typed = asked.intervalNanos > 0;
        long interval = typed ? asked.intervalNanos : standing.kind() == Standing.Kind.SERVICE_TIME ? pace.intervalNanos() : 0;
        Counted counted = Counted.of(sample.bySize());
        List<Breach> breaches = breaches(counted, objectives);
        String why = refusal(counted, interval, pace.words());
        if (!why.isEmpty()) {
            return new OmissionResult(standing, Optional.of(pace), raw, Optional.empty(), breaches, why);
        }
        Histogram own = !typed && pace.own().length > 0 ? perConnection(requests, pace, work) : expanded(counted, interval);
        OmissionResult.Corrected corrected = corrected(counted, own, typed, interval, work);
        return new OmissionResult(standing, Optional.of(pace), raw, Optional.of(corrected), breaches, "");
    }

    private static Outcome<OmissionResult> of(Histograms histograms, Asked asked, List<Objective> objectives, Work work) {
        String tag = histograms.tags().stream().findFirst().orElse("");
        Optional<Histograms.Interval> whole = histograms.whole(tag).filter(each -> each.printed().isEmpty() && each.buckets().total() > 0);
        if (whole.isEmpty()) {
            return Outcome.not("There are no counted values here, only printed percentiles: they cannot be corrected.");
        }
        Counted counted = Counted.of(whole.get().buckets(), histograms.nanosPerUnit());
        Standing standing = Standing.of(histograms, tag);
        List<Percentile> raw = new ArrayList<>();
        for (double p : SHOWN) {
            raw.add(new Percentile(p, p == 1 ? counted.most() : counted.quantile(p), Double.NaN, Double.NaN, counted.rows(), Double.NaN, p == 1,
                    "histograms have no order in time, so there is no interval"));
        }
        Curve curve = Curve.of(p -> counted.quantile(p), counted.rows(), counted.most());
        String why = standing.correctable() ? refusal(counted, asked.intervalNanos, standing.words()) : standing.words();
        Optional<OmissionResult.Corrected> corrected = why.isEmpty()
                ? Optional.of(corrected(counted, expanded(counted, asked.intervalNanos), true, asked.intervalNanos, work)) : Optional.empty();
        List<Breach> breaches = standing.correctable() ? breaches(counted, objectives) : List.of();
        return Outcome.answer(new OmissionResult(standing, Optional.empty(), new OmissionResult.Measured(raw, curve), corrected, breaches, why));
    }

    /// Why an interval is not used; empty when it is.
    private static String refusal(Counted counted, long interval, String none) {
        if (interval <= 0) {
            return none;
        }
        long typical = counted.quantile(0.5);
        if (interval < typical) {
            return "An interval of " + org.tailwright.charts.Numbers.duration(interval) + " is shorter than the typical duration of "
                    + org.tailwright.charts.Numbers.duration(typical) + ": even a connection that never waited could not have kept it, and the correction would add more "
                    + "fast values than slow ones.";
        }
        return counted.total(interval) > MOST_ADDED + counted.rows() ? "At this interval more than 200 million requests would have been omitted; choose a longer one." : "";
    }

    private static OmissionResult.Corrected corrected(Counted counted, Histogram own, boolean typed, long interval, Work work) {
        List<OmissionResult.Step> steps = new ArrayList<>();
        double from = Math.max(1, counted.quantile(0.5));
        double to = Math.max(counted.most(), 2 * from);
        for (int i = 0; i <= STEPS; i++) {
            long each = Math.round(from * Math.pow(to / from, (double) i / STEPS));
            steps.add(new OmissionResult.Step(each, counted.quantile(0.99, each), counted.quantile(0.999, each)));
            work.check();
        }
        double[] values = new double[SHOWN.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(counted.most(), own.getValueAtPercentile(100 * SHOWN[i]));
        }
        Curve more = curve(expanded(counted, Math.max((long) from, interval / 2)), counted.most());
        Curve less = curve(expanded(counted, 2 * interval), counted.most());
        return new OmissionResult.Corrected(typed ? OmissionResult.Source.TYPED : OmissionResult.Source.SUGGESTED, interval, own.getTotalCount(), values,
                curve(own, counted.most()), Optional.of(more), Optional.of(less), steps);
    }

    private static Curve curve(Histogram histogram, long most) {
        return Curve.of(p -> Math.min(most, histogram.getValueAtPercentile(100 * p)), histogram.getTotalCount(), most);
    }

    /// All values with those that one interval adds, to within a thousandth.
    static Histogram expanded(Counted counted, long interval) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < counted.values().length; i++) {
            long value = Math.max(0, counted.values()[i]);
            histogram.recordValueWithCount(value, counted.counts()[i]);
            for (long missing = value - interval; missing >= interval; missing -= interval) {
                histogram.recordValueWithCount(missing, counted.counts()[i]);
            }
        }
        return histogram;
    }

    /// Each connection with its own interval.
    private static Histogram perConnection(Requests requests, Pace pace, Work work) {
        Texts threads = requests.table().texts(Requests.THREAD).orElseThrow();
        Longs durations = requests.durations();
        Histogram histogram = new Histogram(3);
        for (int row = 0; row < durations.size(); row++) {
            int code = threads.code(row);
            long own = code >= 0 && pace.own()[code] > 0 ? pace.own()[code] : pace.intervalNanos();
            histogram.recordValueWithExpectedInterval(Math.max(0, durations.at(row)), own);
            if ((row & 0xffff) == 0) {
                work.check();
            }
        }
        return histogram;
    }

    /// Response times from the intended start, where the file has it; a request never starts before it was meant to.
    private static OmissionResult.Corrected measured(Requests requests, Work work) {
        Longs intended = requests.table().longs(Requests.INTENDED).orElseThrow();
        Longs starts = requests.starts();
        long[] waited = requests.durations().toArray();
        for (int row = 0; row < waited.length; row++) {
            waited[row] += intended.missing(row) ? 0 : Math.max(0, starts.at(row) - intended.at(row));
        }
        Requests whole = new Requests(requests.origin(), requests.table().with(Requests.DURATION, Longs.of(Unit.DURATION, waited)), requests.meaning());
        Sample sample = Sample.of(whole, work);
        double[] values = new double[SHOWN.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample.quantile(SHOWN[i]);
        }
        return new OmissionResult.Corrected(OmissionResult.Source.MEASURED, 0, sample.size(), values, Curve.of(sample).withBand(sample, work), Optional.empty(),
                Optional.empty(), List.of());
    }

    private static List<Breach> breaches(Counted counted, List<Objective> objectives) {
        List<Objective> judged = objectives.stream().filter(each -> each.measure().isPresent() && each.where().isEmpty()).toList();
        long typical = Math.max(1, counted.quantile(0.5));
        return judged.isEmpty() ? List.of(Breach.of(counted, 0.99, 2.0 * counted.quantile(0.99), typical, false))
                : judged.stream().map(each -> Breach.of(counted, each.measure().orElseThrow(), each.limit(), typical, true)).toList();
    }
}
