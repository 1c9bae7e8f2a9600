package org.tailwright.ui.views.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Bottleneck;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Work;

/// The capacity simulation of the session: its question, its answer, and what to try when the answer is trivial.
final class SimulationModel {
    /// Id of the analysis, under which parameters are kept.
    static final String ID = CapacityAnalyses.CAPACITY.id();
    /// What the status bar says meanwhile.
    static final String TITLE = "simulating capacity";

    /// Parameters that say by themselves what a request needs.
    private static final Set<String> TOLD = Set.of("demand", "servers");
    /// Futures of a first answer, which stands until all are drawn.
    private static final long FIRST = 1 << 16;
    private static final double COMFORTABLE = 0.6;

    /// What is asked.
    ///
    /// @param typed parameters that differ from the defaults
    /// @param open all open data sets, among which a stepped run tells the demand where none is typed
    record Question(Inputs inputs, Map<String, String> typed, List<Dataset> open) {}

    /// What is known.
    ///
    /// @param question what was asked
    /// @param section explanation, or why there is no answer
    /// @param advised number of servers to try instead of those assumed; empty when there is no need
    record Answer(Question question, Report.Section section, Optional<CapacityForecast> forecast, Optional<Integer> advised) {
        /// The sentence that says why there is no answer.
        String why() {
            return section.blocks().stream().filter(Block.Text.class::isInstance).map(each -> ((Block.Text) each).text()).findFirst().orElse("");
        }

        /// The highest utilisation allowed.
        double highest() {
            return CapacityAnalyses.CAPACITY.form().parse(question.typed()).rest().objective().utilisation();
        }
    }

    private final Store store;
    private final Latest<Question, Answer> latest;

    SimulationModel(Context context) {
        store = context.store();
        latest = context.latest(TITLE, SimulationModel::answer);
    }

    private static Answer answer(Question question, Latest.Watched<Answer> work) {
        Optional<Bottleneck> bottleneck = question.typed().keySet().stream().anyMatch(TOLD::contains) || question.typed().getOrDefault("scaling", "").equals("data") ? Optional.empty() : Bottleneck.of(question.open(), question.inputs(), work);
        Map<String, String> typed = new LinkedHashMap<>(question.typed());
        bottleneck.ifPresent(found -> typed.put("demand", found.demand()));
        if (CapacityAnalyses.CAPACITY.form().parse(typed).rest().draws() >= 4 * FIRST) {
            Map<String, String> few = new LinkedHashMap<>(typed);
            few.put("draws", Long.toString(FIRST));
            work.early(() -> answer(question, bottleneck, few, work.silent()));
        }
        return answer(question, bottleneck, typed, work);
    }

    private static Answer answer(Question question, Optional<Bottleneck> bottleneck, Map<String, String> typed, Work work) {
        Analysis.Run<CapacityForecast> run = CapacityAnalyses.CAPACITY.run(question.inputs(), typed, work);
        List<Block> blocks = new ArrayList<>(run.section().blocks());
        bottleneck.ifPresent(found -> blocks.add(new Block.Finding(Block.Tone.PLAIN, "Demand from the load steps", found.words())));
        Report.Section section = new Report.Section(run.section().id(), run.section().title(), blocks);
        return switch (run.outcome()) {
            case Outcome.Answer<CapacityForecast> answer -> new Answer(question, section, Optional.of(answer.result()),
                    advised(answer.result(), typed));
            case Outcome.NotApplicable<CapacityForecast> _ -> new Answer(question, section, Optional.empty(), advised(question));
        };
    }

    /// Asks what the session asks.
    void ask(Session session) {
        latest.ask(question(session));
    }

    /// Load and demand come from the selected requests where they are not typed.
    static Question question(Session session) {
        List<Dataset> data = new ArrayList<>();
        session.requests().ifPresent(data::add);
        session.open().stream().filter(LoadPoints.class::isInstance).findFirst().filter(_ -> scaled(session)).ifPresent(data::add);
        return new Question(session.inputs(data), session.questions().typed(ID), session.open());
    }

    private static boolean scaled(Session session) {
        return session.questions().typed(ID).getOrDefault("scaling", "").equals("data");
    }

    /// Whole servers that would bring the utilisation of the first month to about 60 %, when with the servers assumed it is unstable in more than
    /// half of the futures: then the answer only says that the number of servers is missing.
    static Optional<Integer> advised(CapacityForecast forecast, Map<String, String> typed) {
        CapacityForecast.Month first = forecast.months().getFirst();
        double servers = CapacityAnalyses.CAPACITY.form().parse(typed).rest().station().servers().mean();
        double median = first.utilisation().get(2);
        return first.unstable().value() <= 0.5 ? Optional.empty() : Optional.of((int) Math.ceil(Math.max(1, servers) * median / COMFORTABLE));
    }

    /// Whole servers that would be about 60 % busy with the measured requests: by Little's law as many are busy as the sum of all durations is longer
    /// than the run. Durations hold waiting, so it is rather too many.
    static Optional<Integer> advised(Question question) {
        return question.inputs().requests().filter(each -> each.table().rows() > 0).flatMap(requests -> requests.span().map(span -> {
            double sum = 0;
            for (int row = 0; row < requests.table().rows(); row++) {
                sum += requests.durations().at(row);
            }
            return (int) Math.ceil(sum / Math.max(1, span.length()) / COMFORTABLE);
        }));
    }

    /// Types a number of servers.
    void serve(int servers) {
        store.ask(now -> now.with(ID, "servers", Integer.toString(servers)));
    }

    Latest<Question, Answer> latest() {
        return latest;
    }
}
