package org.tailwright.ui.views;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.inside.Finding;
import org.tailwright.statistics.inside.Inside;
import org.tailwright.statistics.inside.InsideResult;
import org.tailwright.statistics.inside.InsideSection;
import org.tailwright.statistics.inside.Population;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;

/// What is over-represented inside the selection, most telling first: a click makes a value the filter, and goes to the view of what belongs
/// to another data set. Values of the rows themselves come first; other data sets join a moment later.
public final class InsidePane {
    private static final String NOTHING = "Nothing is selected. Drag in a chart: what is over-represented in that band or window stands here.";
    private static final String NONE = "Nothing is clearly over-represented inside the selection.";

    /// What is asked.
    private record Question(Population population, Inputs inputs, Inside.Asked asked) {}

    private final Context context;
    private final RowTable<Finding> table;
    private final Latest<Requests, Population> population;
    private final Latest<Question, Outcome<InsideResult>> own;
    private final Latest<Question, Outcome<InsideResult>> joined;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /// A pane for the window of `context`.
    public InsidePane(Context context) {
        this.context = context;
        table = new RowTable<Finding>("What is inside the selection", context.dialogs()).empty(NOTHING)
                .columns(List.of(
                        RowTable.Heading.text("over-represented", 158, each -> each.subject().words()),
                        RowTable.Heading.number("lift", 62, InsideSection::lift, each -> each.strength().lift()),
                        RowTable.Heading.number("inside", 66, each -> InsideSection.value(each, each.sides().inside()), each -> each.sides().inside()),
                        RowTable.Heading.number("outside", 72, each -> InsideSection.value(each, each.sides().outside()), each -> each.sides().outside()),
                        RowTable.Heading.number("tells", 60, each -> Numbers.percent(each.strength().information()), each -> each.strength().information())))
                .onOpen(this::open).onMenu(this::menu);
        population = context.patient("counting values", Population::of);
        own = context.quick("comparing inside and outside", InsidePane::solve);
        joined = context.patient("comparing other data sets", InsidePane::solve);
        context.store().sessionProperty().when(Screen.shown(table.node())).subscribe(this::ask);
        population.stateProperty().subscribe(() -> ask(context.store().session()));
        own.stateProperty().subscribe(this::show);
        joined.stateProperty().subscribe(this::show);
    }

    private static Outcome<InsideResult> solve(Question question, org.tailwright.work.Work work) {
        return Inside.of(question.population(), question.inputs(), question.asked(), work);
    }

    /// The table.
    public Node node() {
        return table.node();
    }

    /// How many rows and things were compared, in a few words.
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /// Calls `action` when something is selected after nothing was, and now when something is.
    public void onFirstSelection(Runnable action) {
        if (!context.store().session().selection().isAll()) {
            action.run();
        }
        context.store().derive(Session::selection).subscribe((old, now) -> {
            if (old.isAll() && !now.isAll()) {
                action.run();
            }
        });
    }

    /// The pending or found answers, for measuring.
    public boolean settled() {
        return !population.state().stale() && !own.state().stale() && !joined.state().stale();
    }

    private void ask(Session session) {
        population.ask(session.requests().orElse(null));
        Population known = population.state().answer();
        if (known == null || population.state().stale() || session.selection().isAll()) {
            own.ask(null);
            joined.ask(null);
            return;
        }
        Inside.Asked asked = new Inside.Asked(against(session, known.requests()), Inside.RATE);
        own.ask(new Question(known, session.inputs(List.of()), asked));
        joined.ask(session.open().size() < 2 ? null : new Question(known, session.inputs(session.open()), asked));
    }

    /// A baseline that is a selection of the same data set takes the place of the rest.
    private static Optional<Selection> against(Session session, Requests requests) {
        return session.questions().baseline().filter(each -> each.dataset().equals(requests.name()))
                .map(Questions.Baseline::selection).filter(each -> !each.isAll() && !each.equals(session.selection()));
    }

    private void show() {
        boolean selected = !context.store().session().selection().isAll();
        boolean complete = joined.state().answer() != null && !joined.state().stale();
        boolean stale = own.state().stale() && !complete;
        Pale.show(table.node(), stale);
        Outcome<InsideResult> answer = complete ? joined.state().answer() : own.state().answer();
        if (answer == null || !selected) {
            table.empty(NOTHING).show(List.of());
            note.set("");
        } else if (!stale) {
            switch (answer) {
                case Outcome.Answer<InsideResult>(InsideResult result) -> list(result, joined.question() != null && !complete);
                case Outcome.NotApplicable<InsideResult>(String why) -> {
                    table.empty(why).show(List.of());
                    note.set("");
                }
            }
        }
    }

    private void list(InsideResult result, boolean pending) {
        table.empty(NONE).show(result.findings());
        note.set(Numbers.count(result.inside()) + " rows against " + result.against() + (pending ? " · joining other data sets…" : ""));
    }

    private void open(Finding finding) {
        finding.filter().ifPresentOrElse(filter -> context.store().select(now -> now.toggled(filter)), () -> go(finding));
    }

    private void go(Finding finding) {
        String view = switch (finding.kind()) {
            case ATTRIBUTE -> "distribution";
            case METRIC -> "over-time";
            case OPERATION -> "traces";
            case STACK, EVENTS -> "recording";
        };
        boolean there = context.store().session().open().stream().map(Dataset::name).anyMatch(finding.subject().dataset()::equals);
        boolean metric = finding.kind() == Finding.Kind.METRIC;
        context.store().go(place -> (there && !metric ? place.of(finding.subject().dataset()) : place).in(view));
    }

    private List<MenuItem> menu(Finding finding) {
        MenuItem first = RowTable.item(finding.filter().isPresent() ? "Only " + finding.subject().words() : "Show where it comes from", () -> open(finding));
        MenuItem copy = RowTable.item("Copy row", () -> table.copy(finding.subject().words() + ": " + InsideSection.value(finding, finding.sides().inside())
                + " inside, " + InsideSection.value(finding, finding.sides().outside()) + " outside, lift " + InsideSection.lift(finding)
                + ", q " + InsideSection.q(finding) + " (" + finding.subject().dataset() + ")"));
        return List.of(first, copy);
    }
}
