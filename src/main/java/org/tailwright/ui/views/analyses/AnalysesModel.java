package org.tailwright.ui.views.analyses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Slot;
import org.tailwright.catalog.Fitting;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;

/// Any analysis on the open data: which ones fit, which is chosen, its question and its answer.
public final class AnalysesModel {
    /// A question: an analysis, its inputs and parameters.
    record Question(Analysis<?, ?> analysis, Inputs inputs, Map<String, String> typed) {}

    /// A question with its answer.
    record Answer(Question question, Report.Section section) {}

    private final Context context;
    private final Latest<Question, Answer> latest;

    AnalysesModel(Context context) {
        this.context = context;
        this.latest = context.latest("analysing", AnalysesModel::answer);
    }

    private static Answer answer(Question question, Work work) {
        return new Answer(question, question.analysis().run(question.inputs(), question.typed(), work).section());
    }

    /// The analyses that fit any open data set.
    List<Analysis<?, ?>> fitting(List<Dataset> open) {
        List<Analysis<?, ?>> fitting = new ArrayList<>();
        context.analyses().stream().filter(each -> open.stream().anyMatch(data -> each.takes(data.kind()))).forEach(fitting::add);
        return fitting;
    }

    /// The chosen analysis: that of the place, else the first that asks about a single data set such as the subject, else the first that fits it, else any.
    Optional<Analysis<?, ?>> chosen(Session session) {
        List<Analysis<?, ?>> fitting = fitting(session.open());
        return fitting.stream().filter(each -> each.id().equals(session.place().analysis())).findFirst()
                .or(() -> fitting.stream().filter(each -> !each.inputs().isEmpty() && each.inputs().getFirst().arity() == Slot.Arity.ONE && aboutSubject(each, session)).findFirst())
                .or(() -> fitting.stream().filter(each -> aboutSubject(each, session)).findFirst())
                .or(() -> fitting.stream().findFirst());
    }

    private static boolean aboutSubject(Analysis<?, ?> analysis, Session session) {
        return session.subject().map(data -> analysis.takes(data.kind())).orElse(false);
    }

    /// The question that the session asks.
    Optional<Question> question(Session session) {
        return chosen(session).map(analysis -> new Question(analysis, inputs(analysis, session), session.questions().typed(analysis.id())));
    }

    /// The question, for observing.
    ObservableValue<Optional<Question>> question() {
        return context.store().derive(this::question);
    }

    /// The answers.
    Latest<Question, Answer> latest() {
        return latest;
    }

    /// The answer as it would stand in the report.
    Optional<Questions.Pinned> pinned() {
        Session session = context.store().session();
        return chosen(session).map(analysis -> new Questions.Pinned(analysis.id(), session.place(),
                session.questions().typed(analysis.id()), session.selection()));
    }

    /// For each slot the subject if it fits, else the first data set that does; slots for many get all that fit, the subject first.
    public static Inputs inputs(Analysis<?, ?> analysis, Session session) {
        return session.inputs(Fitting.around(analysis, session.open(), session.place().dataset(), session.place().part()));
    }
}
