package org.tailwright.ui.views.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Role;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.reports.Block;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.statistics.comparison.ComparisonSection;
import org.tailwright.statistics.comparison.Workload;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.charts.SelectionBox;
import org.tailwright.ui.report.TablePane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// The subject against a baseline: both curves, the shift of every percentile, labels, and the verdict in words.
public final class CompareView {
    /// The tab.
    public static final View VIEW = new View("compare", "Compare", View.any(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES, Dataset.Kind.HISTOGRAMS), context -> new CompareView(context).screen());

    private final Context context;
    private final CompareModel model;
    private final ChartPane curves;
    private final ChartPane shift;
    private final Answered left;
    private final Answered right;
    private final SplitPane high = new SplitPane();
    private final StackPane table = new StackPane();
    private final FlowPane drift = new FlowPane(20, 4);
    private final Answered whole;
    private final VBox sides = Inspector.part();
    private final VBox verdict = Inspector.part();
    private final VBox inside = Inspector.part();

    private CompareView(Context context) {
        this.context = context;
        model = new CompareModel(context);
        curves = context.chart().onBrushX(model::brush).onBrushBox(model::brush).onReset(model::reset);
        shift = context.chart().onBrushX(model::brush).onReset(model::reset);
        left = new Answered(ChartSplit.boxed(curves));
        right = new Answered(ChartSplit.boxed(shift));
        table.setAlignment(Pos.TOP_LEFT);
        table.setMinSize(0, 0);
        high.getItems().setAll(left, right);
        Panel low = new Panel("Percentiles and labels", table).note("95 % intervals, false discoveries among labels controlled");
        SplitPane all = new SplitPane(high, low);
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.6);
        VBox.setVgrow(all, Priority.ALWAYS);
        drift.getStyleClass().add("chart-box");
        drift.setAlignment(Pos.CENTER_LEFT);
        whole = new Answered(new VBox(drift, all));
    }

    private Screen screen() {
        context.store().sessionProperty().when(Screen.shown(whole)).subscribe(session -> {
            model.ask(session);
            sides(session);
            model.askInside();
            pictures();
            if (model.latest().question() == null) {
                offer(session);
            }
        });
        model.latest().stateProperty().subscribe(this::show);
        model.inside().stateProperty().subscribe(this::inside);
        VBox form = Inspector.part(Inspector.heading("Judged by"), field("threshold", "Changes up to", "5%"), field("percentiles", "At percentiles", "50,99"));
        return new Screen(whole, Inspector.of(sides, inside, verdict, form));
    }

    /// What could be compared, when nothing is marked.
    private void offer(Session session) {
        List<Node> buttons = new ArrayList<>();
        String subject = session.subject().map(Dataset::name).orElse("");
        for (Dataset each : CompareModel.possible(session)) {
            if (!each.name().equals(subject)) {
                Button button = Buttons.secondary("Compare with " + each.name(), () -> model.mark(each.name()));
                button.setMnemonicParsing(false);
                buttons.add(button);
            }
        }
        whole.say("Nothing to compare with yet", buttons.isEmpty() ? "Open the run to compare with, or select a calm stretch of time and press B to mark it as the baseline."
                : "Choose the baseline, or select a stretch of time and press B to mark it.", buttons.toArray(Node[]::new));
        Inspector.fill(verdict, List.of());
    }

    private void sides(Session session) {
        Optional<Questions.Baseline> marked = session.questions().baseline();
        if (marked.isEmpty()) {
            Inspector.fill(sides, List.of(Inspector.heading("Compare"), Inspector.muted("No baseline is marked.")));
            return;
        }
        Inspector.fill(sides, List.of(Inspector.heading("Baseline"), Inspector.muted(named(marked.get().dataset(), CompareModel.words(marked.get().selection(), session.look().zone()))),
                Inspector.heading("Candidate"), Inspector.muted(named(session.subject().map(Dataset::name).orElse(""), CompareModel.words(session.selection(), session.look().zone()))),
                Buttons.secondary("Remove the baseline", model::forget)));
    }

    private static String named(String name, String selection) {
        return selection.isEmpty() ? name : name + " · " + selection;
    }

    private void show(Latest.State<CompareModel.Answer> state) {
        curves.setStale(state.stale());
        shift.setStale(state.stale());
        Pale.show(verdict, state.stale());
        CompareModel.Answer answer = state.answer();
        if (state.failure() != null) {
            whole.say("There is no comparison", state.failure().sentence());
        } else if (answer != null && !state.stale()) {
            show(answer);
        }
    }

    private void show(CompareModel.Answer answer) {
        whole.show();
        pictures();
        model.askInside();
        List<Node> pictures = answer.sides().isEmpty() ? List.of(left) : List.of(left, right);
        if (!high.getItems().equals(pictures)) {
            high.getItems().setAll(pictures);
        }
        TablePane.show(table, ComparisonSection.together(answer.result()), 20, context.dialogs());
        List<Node> nodes = new ArrayList<>();
        nodes.add(Words.finding(new Block.Finding(ComparisonSection.tone(answer.result().verdict()), ComparisonSection.title(answer.result().verdict()), answer.result().why())));
        drift(answer.result().workload());
        answer.section().blocks().stream().filter(Block.Text.class::isInstance).forEach(each -> nodes.add(Inspector.muted(((Block.Text) each).text())));
        Inspector.fill(verdict, nodes);
    }

    /// Both charts with the selected band: between two heights of the curves, between the candidate's percentiles in the shift.
    private void pictures() {
        CompareModel.Answer answer = model.latest().state().answer();
        if (answer == null) {
            return;
        }
        Optional<Selection.Band> band = model.band();
        answer.curves().ifPresentOrElse(chart -> {
            left.show();
            curves.show(band.map(each -> SelectionBox.on(chart, Selection.ALL.banded(band))).orElse(chart));
        }, () -> left.say("No curves", "Printed percentiles of several intervals are never put together."));
        answer.shift().ifPresentOrElse(chart -> {
            right.show();
            shift.show(band.flatMap(each -> answer.sides().map(sides -> spanned(chart, sides.candidate(), each))).orElse(chart));
        }, () -> right.say("No shift function", "Too few requests lie beyond any percentile on one of the sides."));
    }

    private static Chart spanned(Chart chart, Sample candidate, Selection.Band band) {
        double most = chart.x().scale().high();
        double low = Math.min(most, 1 - candidate.beyond(band.lowest() - 1));
        double high = Math.min(most, 1 - candidate.beyond(band.beyond() - 1));
        return low < high ? chart.with(new Layer.SpanX(low, high, "", Role.SELECTION)) : chart;
    }

    /// How much of each side the band holds.
    private void inside(Latest.State<CompareModel.Shared> state) {
        CompareModel.Shared shared = state.answer();
        Optional<Selection.Band> band = model.band();
        Pale.show(inside, state.stale());
        if (shared == null || band.isEmpty()) {
            Inspector.fill(inside, List.of());
            return;
        }
        Inspector.fill(inside, List.of(Inspector.heading("Inside " + CompareModel.words(band.get())), Words.label("Baseline " + share(shared.baseline()), "small"), Words.label("Candidate " + share(shared.candidate()), "small"),
                Inspector.muted("A band is a part of both sides; the percentiles stay those of the whole sides.")));
    }

    private static String share(Shares.Share share) {
        String text = Numbers.percent(share.value());
        return share.supported() ? text + " (" + Numbers.percent(share.low()) + " to " + Numbers.percent(share.high()) + ")" : text + ", no interval";
    }

    /// What else differs, in one strip above the pictures: it is to be read first.
    private void drift(Workload workload) {
        drift.getChildren().setAll(Words.label("Workload", "small"));
        workload.drifts().forEach(each -> drift.getChildren().add(part(each.name() + " " + each.shown(), each.matters() ? "watch" : "muted")));
        drift.getChildren().add(part("warm-up cut " + workload.warmUp(), "muted"));
    }

    private static Node part(String words, String style) {
        Label label = Words.label(words, "small");
        label.getStyleClass().add(style);
        return label;
    }

    private HBox field(String id, String words, String usual) {
        TextField text = new TextField(context.store().session().questions().typed(CompareModel.ID).getOrDefault(id, usual));
        text.setPrefColumnCount(7);
        text.setAccessibleText(words);
        text.setOnAction(_ -> model.type(id, text.getText()));
        text.focusedProperty().subscribe((_, now) -> {
            if (!now) {
                model.type(id, text.getText());
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, Words.label(words, "small"), space, text);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
