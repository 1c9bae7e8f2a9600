package org.tailwright.ui.views.queueing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Fitting;
import org.tailwright.catalog.Stepped;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.models.queueing.QueueAnalysis;
import org.tailwright.models.queueing.QueueCurve;
import org.tailwright.models.queueing.calibration.CalibrateAnalysis;
import org.tailwright.models.queueing.calibration.CalibrationResult;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Work;

/// A queue solved for numbers that were typed, dragged or calibrated, and the calibration from the open data.
final class QueueingModel {
    /// Under which parameters are kept.
    static final String QUEUE = QueueAnalysis.QUEUE.id();
    static final String CALIBRATE = CalibrateAnalysis.CALIBRATE.id();

    /// What is asked of the data.
    ///
    /// @param inputs all open data sets under the session's selection
    record Question(Inputs inputs, Map<String, String> typed) {}

    /// What the data say.
    ///
    /// @param data names of the data sets; empty when none fits
    /// @param stations what could be typed instead, by the words on a button
    record Calibrated(String data, Report.Section section, Optional<CalibrationResult> result, SequencedMap<String, Map<String, String>> stations) {
        /// The sentence that says why there is no answer.
        String why() {
            return section.blocks().stream().filter(Block.Text.class::isInstance).map(each -> ((Block.Text) each).text()).findFirst().orElse("");
        }
    }

    /// A solved queue.
    ///
    /// @param curve response against load; empty for models without one load that could grow
    record Solved(QueueNumbers numbers, String notation, Report.Section section, boolean steady, Optional<QueueCurve> curve) {}

    private record Solving(Map<String, String> typed, QueueNumbers numbers, OptionalDouble limit) {}

    private final Store store;
    private final Latest<Question, Calibrated> calibrated;
    private final Latest<Solving, Solved> solved;
    private final ReadOnlyObjectWrapper<Map<String, String>> dragged = new ReadOnlyObjectWrapper<>(Map.of());

    QueueingModel(Context context) {
        store = context.store();
        calibrated = context.latest("calibrating the queue", QueueingModel::calibrate);
        solved = context.latest("solving the queue", QueueingModel::solve);
        calibrated.onAnswer(_ -> solve());
        dragged.subscribe(_ -> solve());
    }

    /// Asks what the session asks.
    void ask(Session session) {
        calibrated.ask(question(session).orElse(null));
        solve();
    }

    /// What the session asks of the data.
    static Optional<Question> question(Session session) {
        return session.open().isEmpty() ? Optional.empty() : Optional.of(new Question(session.inputs(session.open()), session.questions().typed(CALIBRATE)));
    }

    /// Spans where a wait is named, else a run whose load went up in steps before one that was held; metrics beside it.
    private static Optional<List<Dataset>> chosen(Question question) {
        Dataset.Kind kind = question.typed().getOrDefault("wait", "").isBlank() ? Dataset.Kind.REQUESTS : Dataset.Kind.TRACES;
        List<List<Dataset>> choices = Fitting.choices(CalibrateAnalysis.CALIBRATE, question.inputs().datasets()).stream()
                .filter(each -> each.getFirst().kind() == kind).toList();
        return choices.size() < 2 ? choices.stream().findFirst()
                : choices.stream().filter(each -> each.getFirst() instanceof Requests run && Stepped.is(run)).findFirst().or(() -> choices.stream().findFirst());
    }

    private static Calibrated calibrate(Question question, Work work) {
        Optional<List<Dataset>> chosen = chosen(question);
        SequencedMap<String, Map<String, String>> stations = Stations.of(question.inputs().datasets(), work);
        if (chosen.isEmpty()) {
            return new Calibrated("", new Report.Section(CALIBRATE, "Calibrated queue", List.of(new Block.Text(
                    "Open requests, or spans with the name of the span that waits, to compare theory with what was measured."))), Optional.empty(), stations);
        }
        Analysis.Run<CalibrationResult> run = CalibrateAnalysis.CALIBRATE.run(question.inputs().with(chosen.get()), question.typed(), work);
        Optional<CalibrationResult> result = switch (run.outcome()) {
            case Outcome.Answer<CalibrationResult> answer -> Optional.of(answer.result());
            case Outcome.NotApplicable<CalibrationResult> _ -> Optional.empty();
        };
        return new Calibrated(chosen.get().getFirst().name(), run.section(), result, stations);
    }

    /// Solves for the numbers as they are now, dragged ones first.
    private void solve() {
        Map<String, String> typed = new LinkedHashMap<>(store.session().questions().typed(QUEUE));
        typed.putAll(dragged.get());
        QueueNumbers numbers = QueueNumbers.of(typed, result());
        Map<String, String> all = new LinkedHashMap<>(typed);
        QueueNumbers.names(QueueNumbers.model(numbers.model())).forEach(all::remove);
        all.keySet().removeIf(each -> !List.of("limit", "quantiles", "times", "numbers").contains(each));
        all.putAll(numbers.typed());
        solved.ask(new Solving(all, numbers, limit()));
    }

    /// A p99 objective in seconds, where none was typed; it is about whole requests and not about a station inside.
    private OptionalDouble limit() {
        Map<String, String> station = store.session().questions().typed(CALIBRATE);
        boolean inside = List.of("wait", "busy").stream().anyMatch(each -> !station.getOrDefault(each, "").isBlank());
        return inside ? OptionalDouble.empty() : store.session().questions().objectives().stream().filter(each -> each.measure().filter(p -> p == 0.99).isPresent())
                .mapToDouble(each -> limit(each)).findFirst();
    }

    private static double limit(Objective objective) {
        return objective.limit() / 1e9;
    }

    private static Solved solve(Solving solving, Work work) {
        QueueAnalysis.Parameters asked = QueueAnalysis.QUEUE.form().parse(solving.typed());
        Analysis.Run<SequencedMap<String, Object>> run = QueueAnalysis.QUEUE.run(Inputs.of(), solving.typed(), work);
        Optional<QueueCurve> curve = QueueCurve.of(asked, asked.limit().isPresent() ? asked.limit() : solving.limit());
        boolean ofTheMean = asked.limit().isEmpty() && curve.filter(each -> !each.hasTails()).isPresent(); // an objective on p99 says nothing about a mean
        return new Solved(solving.numbers(), asked.notation(), run.section(), run.outcome() instanceof Outcome.Answer<?>,
                ofTheMean ? QueueCurve.of(asked, OptionalDouble.empty()) : curve);
    }

    /// Name of the data set that is calibrated; empty when none is.
    String data() {
        Calibrated answer = calibrated.state().answer();
        return answer == null ? "" : answer.data();
    }

    /// The calibration, where there is one.
    Optional<CalibrationResult> result() {
        Calibrated answer = calibrated.state().answer();
        return answer == null || calibrated.state().stale() ? Optional.empty() : answer.result();
    }

    /// Shows another number while a slider moves.
    void drag(String input, String text) {
        Map<String, String> more = new LinkedHashMap<>(dragged.get());
        more.put(input, text);
        dragged.set(Map.copyOf(more));
    }

    /// Keeps a number.
    void type(String input, String text) {
        dragged.set(Map.of());
        store.ask(now -> now.with(QUEUE, input, text));
    }

    /// Keeps what is shown, so that a report holds it.
    void keep() {
        Solved answer = solved.state().answer();
        if (answer != null) {
            dragged.set(Map.of());
            Map<String, String> all = new LinkedHashMap<>(store.session().questions().typed(QUEUE));
            all.putAll(answer.numbers().typed());
            store.ask(now -> now.with(QUEUE, all));
        }
    }

    /// Forgets what was typed, so that calibrated numbers show.
    void forget() {
        dragged.set(Map.of());
        store.ask(now -> now.with(QUEUE, Map.of()));
    }

    /// Looks at another station of the data; its model and numbers come from the calibration.
    void station(Map<String, String> typed) {
        dragged.set(Map.of());
        store.ask(now -> now.with(CALIBRATE, typed).with(QUEUE, Map.of()));
    }

    /// Other model, other inputs.
    void choose(String model) {
        dragged.set(Map.of());
        Map<String, String> kept = new LinkedHashMap<>(store.session().questions().typed(QUEUE));
        kept.values().removeIf(text -> text.contains("|"));
        kept.put("model", model);
        store.ask(now -> now.with(QUEUE, kept));
    }

    ReadOnlyObjectProperty<Latest.State<Calibrated>> calibratedProperty() {
        return calibrated.stateProperty();
    }

    ReadOnlyObjectProperty<Latest.State<Solved>> solvedProperty() {
        return solved.stateProperty();
    }

    Latest<Question, Calibrated> calibration() {
        return calibrated;
    }

    Latest<?, Solved> solution() {
        return solved;
    }
}
