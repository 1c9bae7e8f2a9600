package org.tailwright.ui.views.drill;

import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.catalog.simulate.NetworkSimulation;
import org.tailwright.reports.Report;
import org.tailwright.simulation.optimise.Optimum;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// The search for the cheapest configuration of the session's scenario. It takes minutes, so that it begins only when somebody asks for it.
final class CheapestModel {
    /// Id of the analysis, under which the scenario that is searched is kept, so that a report can hold the answer.
    static final String ID = NetworkSimulation.OPTIMISE.id();
    /// What the status bar says meanwhile.
    static final String TITLE = "searching the cheapest configuration";

    /// What is asked.
    record Question(Inputs inputs, Map<String, String> typed) {}

    private final Store store;
    private final Latest<Question, Report.Section> latest;

    CheapestModel(Context context) {
        store = context.store();
        latest = context.latest(TITLE, CheapestModel::answer);
    }

    private static Report.Section answer(Question question, Latest.Watched<Report.Section> work) {
        return NetworkSimulation.OPTIMISE.run(question.inputs(), question.typed(), work.made((Analysis.Run<Optimum> early) -> early.section())).section();
    }

    private static Question question(Session session) {
        String scenario = session.questions().typed(DrillModel.ID).getOrDefault("scenario", "");
        return new Question(session.inputs(List.of()), Map.of("scenario", scenario));
    }

    /// Forgets the search of another scenario, also one that is under way.
    void follow(Session session) {
        Question asked = latest.question();
        if (asked != null && !asked.equals(question(session))) {
            latest.ask(null);
        }
    }

    /// Begins a search, also anew after it was cancelled.
    void ask(Session session) {
        latest.ask(null);
        Question question = question(session);
        store.ask(now -> now.with(ID, question.typed()));
        latest.ask(question);
    }

    Latest<Question, Report.Section> latest() {
        return latest;
    }
}
