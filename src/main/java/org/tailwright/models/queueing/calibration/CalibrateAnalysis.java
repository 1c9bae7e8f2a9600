package org.tailwright.models.queueing.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Durations;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.models.scalability.StepSearchFields;
import org.tailwright.work.Work;

/// The analysis `calibrate`: a queueing model estimated from what was loaded and judged on a step that was held out.
public final class CalibrateAnalysis {
    /// Which model.
    public static final Field<Optional<StationModel>> MODEL = new Field<>("model", "which model; auto is the simplest that arrivals and service do not speak against",
            Field.Kind.CHOICE, "auto", List.of("auto", "M/M/c", "M/G/c", "G/G/c", "M/M/c//N", "M/M/c+M"), CalibrateAnalysis::model);
    private static final Field<String> SERVERS = Field.text("c", "number of servers; empty to find it", "");
    private static final Field<String> WAITING = Field.text("wait", "label of the spans that wait for the station, such as 'acquire connection'", "");
    private static final Field<String> HELD = Field.text("held", "labels of the spans during which the server is held, with commas; empty for the client spans after the wait", "");
    private static final Field<String> BUSY = Field.text("busy", "metric that counts busy servers, such as db_connections_used", "");
    private static final Field<String> QUEUED = Field.text("queued", "metric that counts who waits, such as db_connections_waiting", "");
    private static final Field<String> DEMAND = Field.text("demand", "mean service time when it is known from elsewhere, such as 12ms", "");
    private static final Field<String> TIMEOUT = Field.text("timeout", "after which time who waits gives up, such as 250ms; empty for never", "");
    private static final Field<Lasting> DURATIONS = Field.choice("durations", "what a duration of the data holds: waiting and service (response), or service alone, such as calls made after a connection was acquired",
            Lasting.RESPONSE);
    private static final Field<Double> CS2 = Field.number("cs2", "squared coefficient of variation of service where single services are unknown", 1, 0, 1000);
    private static final Field<Calibration.HoldOut> HOLD_OUT = Field.choice("hold-out", "which load level is held out to judge", Calibration.HoldOut.HIGHEST);
    private static final Field<Long> SLICES = Field.integer("slices", "slices of time where load was not set in steps", 8, 3, 200);

    /// What is asked.
    ///
    /// @param names labels and metrics that tell the station
    public record Parameters(Names names, OptionalInt servers, Optional<StationModel> model, double cs2, Steps steps) {}

    /// Labels of spans and names of metrics; empty where not used.
    public record Names(String waiting, List<String> held, String busy, String queued, OptionalDouble demandSeconds, Lasting durations) {
        public Names {
            held = List.copyOf(held);
        }
    }

    /// What a duration holds.
    public enum Lasting { RESPONSE, SERVICE }

    /// How steps are found and which one is held out.
    ///
    /// @param patienceSeconds after which who waits gives up; NaN for never
    public record Steps(LoadSteps.Search search, int slices, String holdOut, double patienceSeconds) {}

    /// The analysis.
    public static final Analysis<Parameters, CalibrationResult> CALIBRATE = new Analysis<>("calibrate", "Calibrated queue",
            List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES, Dataset.Kind.RECORDING), Slot.Arity.ONE),
                    new Slot("metrics", Set.of(Dataset.Kind.METRICS), Slot.Arity.OPTIONAL)),
            form(), CalibrateAnalysis::answer, CalibrateExplanation::explain);

    private CalibrateAnalysis() {}

    private static Form<Parameters> form() {
        List<Field<?>> fields = new ArrayList<>(List.of(MODEL, SERVERS, WAITING, HELD, BUSY, QUEUED, DEMAND, TIMEOUT, DURATIONS, CS2, HOLD_OUT, SLICES));
        fields.addAll(StepSearchFields.all());
        return new Form<>(fields, values -> new Parameters(new Names(values.get(WAITING).strip(), list(values.get(HELD)), values.get(BUSY).strip(),
                values.get(QUEUED).strip(), seconds("demand", values.get(DEMAND)), values.get(DURATIONS)), servers(values.get(SERVERS)), values.get(MODEL), values.get(CS2),
                new Steps(StepSearchFields.read(values), Math.toIntExact(values.get(SLICES)), values.get(HOLD_OUT).name(), seconds("timeout", values.get(TIMEOUT)).orElse(Double.NaN))));
    }

    /// Labels parted by commas.
    static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private static Optional<StationModel> model(String typed) {
        return typed.strip().equalsIgnoreCase("auto") ? Optional.empty() : Optional.of(Arrays.stream(StationModel.values())
                .filter(each -> each.notation().equalsIgnoreCase(typed.strip())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--model is one of auto, M/M/c, M/G/c, G/G/c, M/M/c//N, M/M/c+M, not '" + typed + "'")));
    }

    private static OptionalInt servers(String typed) {
        if (typed.isBlank()) {
            return OptionalInt.empty();
        }
        try {
            int servers = Integer.parseInt(typed.strip());
            if (servers >= 1 && servers <= 100_000) {
                return OptionalInt.of(servers);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("--c needs a whole number from 1 to 100,000, not '" + typed + "'");
    }

    private static OptionalDouble seconds(String id, String typed) {
        if (typed.isBlank()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Durations.parse(typed).orElseThrow(() -> new IllegalArgumentException(
                "--" + id + " needs a duration with its unit, such as 12ms, not '" + typed + "'")) / 1e9);
    }

    private static Outcome<CalibrationResult> answer(Inputs inputs, Parameters asked, Work work) {
        Optional<Requests> requests = inputs.requests().filter(each -> each.table().rows() > 0);
        if (requests.isEmpty()) {
            return Outcome.not("A queue is calibrated from requests, spans or events of a recording; there are none in the selection.");
        }
        Names names = asked.names();
        if (!names.waiting().isEmpty() && requests.get().table().texts(Traces.PARENT).isEmpty()) {
            return Outcome.not("--wait names spans, but " + requests.get().name() + " holds requests; choose the spans with --data.");
        }
        Optional<Metrics> metrics = inputs.first(Metrics.class);
        Optional<Gauge> busy = gauge(metrics, names.busy(), "busy");
        Optional<Gauge> queued = gauge(metrics, names.queued(), "queued");
        StationSteps.Clues clues = new StationSteps.Clues(names.waiting(), names.held(), busy, queued, names.demandSeconds(), names.durations() == Lasting.SERVICE);
        StationSteps found = StationSteps.of(requests.get(), clues, asked.steps().search(), asked.steps().slices(), work);
        if (!names.waiting().isEmpty() && found.visits().size() == 0) {
            return Outcome.not("No span is called '" + names.waiting() + "'.");
        }
        return Calibration.of(found, new Calibration.Question(asked.model(), asked.servers(), asked.cs2(), new Station.Habits(asked.steps().search().thinkNanos() / 1e9, asked.steps().patienceSeconds()),
                Calibration.HoldOut.valueOf(asked.steps().holdOut()), inputs.seed()), work);
    }

    /// The metric called `name`.
    ///
    /// @throws IllegalArgumentException with a sentence when there is none
    static Optional<Gauge> gauge(Optional<Metrics> metrics, String name, String option) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Metrics there = metrics.orElseThrow(() -> new IllegalArgumentException("--" + option + " names a metric, but no metrics are open"));
        return Optional.of(new Gauge(there.named(name).orElseThrow(() -> new IllegalArgumentException("there is no metric '" + name + "'; there are "
                + String.join(", ", there.series().stream().map(Metrics.Series::name).distinct().limit(20).toList())))));
    }
}
