package org.tailwright.ui.views.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Bottleneck;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.simulation.ServersVariants;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;

/// How many servers the session's variants need.
final class ServersModel {
    /// Id of the analysis, under which parameters are kept.
    static final String ID = CapacityAnalyses.VARIANTS.id();
    /// Futures of a first answer, which stands until all are drawn.
    private static final long FIRST = 1 << 14;
    /// What the status bar says meanwhile.
    static final String TITLE = "looking for the servers needed";

    /// What is asked.
    ///
    /// @param typed parameters that differ from the defaults
    /// @param open all open data sets, among which a stepped run tells the demand where none is typed
    record Question(Inputs inputs, Map<String, String> typed, List<Dataset> open) {}

    /// What is known.
    record Answer(Question question, Report.Section section, Optional<ServersVariants> variants) {
        /// The sentence that says why there is no answer.
        String why() {
            return section.blocks().stream().filter(Block.Text.class::isInstance).map(each -> ((Block.Text) each).text()).findFirst().orElse("");
        }
    }

    private final Latest<Question, Answer> latest;

    ServersModel(Context context) {
        latest = context.latest(TITLE, ServersModel::answer);
    }

    private static Answer answer(Question question, Latest.Watched<Answer> work) {
        boolean told = question.typed().containsKey("demand") || question.typed().getOrDefault("scaling", "").equals("data");
        Optional<Bottleneck> bottleneck = told ? Optional.empty() : Bottleneck.of(question.open(), question.inputs(), work);
        Map<String, String> typed = new LinkedHashMap<>(question.typed());
        bottleneck.ifPresent(found -> typed.put("demand", found.demand()));
        if (CapacityAnalyses.VARIANTS.form().parse(typed).variants().getFirst().question().rest().base().draws() >= 4 * FIRST) {
            Map<String, String> few = new LinkedHashMap<>(typed);
            few.put("draws", Long.toString(FIRST));
            work.early(() -> answer(question, bottleneck, few, work.silent()));
        }
        return answer(question, bottleneck, typed, work);
    }

    private static Answer answer(Question question, Optional<Bottleneck> bottleneck, Map<String, String> typed, Work work) {
        Analysis.Run<ServersVariants> run = CapacityAnalyses.VARIANTS.run(question.inputs(), typed, work);
        List<Block> blocks = new ArrayList<>(run.section().blocks());
        bottleneck.ifPresent(found -> blocks.add(new Block.Finding(Block.Tone.PLAIN, "Demand from the load steps", found.words())));
        Report.Section section = new Report.Section(run.section().id(), run.section().title(), blocks);
        return switch (run.outcome()) {
            case Outcome.Answer<ServersVariants> found -> new Answer(question, section, Optional.of(found.result()));
            case Outcome.NotApplicable<ServersVariants> _ -> new Answer(question, run.section(), Optional.empty());
        };
    }

    /// Asks what the session asks.
    void ask(Session session) {
        latest.ask(question(session));
    }

    /// Load and demand come from the selected requests where they are not typed, scaling from open load points.
    static Question question(Session session) {
        List<Dataset> data = new ArrayList<>();
        session.requests().ifPresent(data::add);
        session.open().stream().filter(LoadPoints.class::isInstance).findFirst().filter(_ -> session.questions().typed(ID).getOrDefault("scaling", "").equals("data")).ifPresent(data::add);
        return new Question(session.inputs(data), session.questions().typed(ID), session.open());
    }

    Latest<Question, Answer> latest() {
        return latest;
    }
}
