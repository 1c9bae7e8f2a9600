package org.tailwright.ui.views.scalability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.models.scalability.CapacityAnalysis;
import org.tailwright.models.scalability.ScalabilityCharts;
import org.tailwright.models.scalability.UslAnalysis;
import org.tailwright.models.scalability.UslResult;
import org.tailwright.reports.Block;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.TablePane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.PartForm;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Throughput against load with the fitted law; below latency against load and the laws compared.
public final class ScalabilityView {
    /// The tab.
    public static final View VIEW = new View("scalability", "Scalability", open -> open.stream().anyMatch(ScalabilityModel::fits),
            context -> new ScalabilityView(context).screen());

    private final Context context;
    private final ScalabilityModel model;
    private final ChartPane throughput;
    private final ChartPane latency;
    private final Answered below;
    private final StackPane models = new StackPane();
    private final Panel compared = new Panel("Models compared", models);
    private final Answered whole;
    private final VBox facts = Inspector.part();
    private final VBox imagined = Inspector.part();

    private ScalabilityView(Context context) {
        this.context = context;
        model = new ScalabilityModel(context);
        throughput = context.chart();
        latency = context.chart();
        below = new Answered(ChartSplit.boxed(latency));
        models.setAlignment(Pos.TOP_LEFT);
        models.setMinSize(0, 0);
        SplitPane low = new SplitPane(below, compared);
        low.setDividerPositions(0.4);
        SplitPane all = new SplitPane(ChartSplit.boxed(throughput), low);
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.56);
        whole = new Answered(all);
    }

    private Screen screen() {
        context.store().sessionProperty().when(Screen.shown(whole)).subscribe(model::ask);
        model.latest().stateProperty().subscribe(this::show);
        model.whatIfProperty().subscribe(() -> law().ifPresent(law -> throughput.show(ScalabilityModel.throughput(law, model.whatIfProperty().get()))));
        WhatIfPane sliders = new WhatIfPane(model);
        model.latest().onAnswer(answer -> Inspector.fill(imagined, answer.law().isEmpty() ? List.of() : List.of(Inspector.heading("What if"), sliders)));
        VBox form = Inspector.part(Inspector.heading("Fit"), PartForm.of(context, UslAnalysis.USL, List.of("form", "bounded", "replicates")),
                Inspector.heading("Capacity"), PartForm.of(context, CapacityAnalysis.CAPACITY, List.of("objective-latency")));
        return new Screen(whole, Inspector.of(facts, imagined, form, Inspector.part(Inspector.adding(context, this::data, "usl", "capacity"))));
    }

    private String data() {
        Fitted answer = model.latest().state().answer();
        return answer == null ? "" : answer.data();
    }

    private Optional<UslResult> law() {
        Fitted answer = model.latest().state().answer();
        return answer == null ? Optional.empty() : answer.law();
    }

    private void show(Latest.State<Fitted> state) {
        throughput.setStale(state.stale());
        latency.setStale(state.stale());
        Pale.show(facts, state.stale());
        Fitted answer = state.answer();
        if (state.failure() != null) {
            whole.say("There is no answer", state.failure().sentence());
        } else if (answer != null && !state.stale()) {
            if (answer.law().isEmpty()) {
                whole.say(answer.why(), "Open load points (a table of load and throughput) or results of a test whose number of users changes in steps.");
                Inspector.fill(facts, List.of(Inspector.heading("Universal Scalability Law"), Inspector.muted(answer.why())));
            } else {
                show(answer);
            }
        }
    }

    private void show(Fitted answer) {
        whole.show();
        law().ifPresent(law -> throughput.show(ScalabilityModel.throughput(law, model.whatIfProperty().get())));
        answer.number().ifPresentOrElse(number -> {
            below.show();
            Chart chart = ScalabilityCharts.latency(number, Optional.of(number.limitNanos()).filter(Double::isFinite));
            latency.show(new Chart(chart.title(), "95 % intervals", chart.x(), chart.y(), chart.layers(), chart.description()));
        }, () -> below.say("No latency by load", answer.whyNoCapacity()));
        table(answer, "usl-models").ifPresent(table -> TablePane.show(models, narrow(table), 8, context.dialogs()));
        compared.note("Δ AICc: of forms with γ free");
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Universal Scalability Law"), Inspector.muted("load steps of " + answer.data())));
        nodes.add(FactsPane.columns(facts(answer)));
        if (!answer.judged()) {
            nodes.add(Inspector.muted(answer.whyNoCapacity().replace("--objective-latency", "the limit below,").replace("--objective ", "")));
        }
        answer.section().blocks().stream().filter(Block.Finding.class::isInstance).forEach(each -> nodes.add(Words.finding((Block.Finding) each)));
        answer.capacity().blocks().stream().filter(each -> answer.judged() && each instanceof Block.Text)
                .forEach(each -> nodes.add(Words.finding(new Block.Finding(Block.Tone.MUTED, ((Block.Text) each).text(), ""))));
        Inspector.fill(facts, nodes);
    }

    private static List<Block.Fact> facts(Fitted answer) {
        List<Block.Fact> all = new ArrayList<>();
        if (answer.judged()) {
            answer.capacity().blocks().stream().filter(Block.Facts.class::isInstance).forEach(each -> all.addAll(((Block.Facts) each).facts()));
        }
        answer.section().blocks().stream().filter(Block.Facts.class::isInstance).forEach(each -> all.addAll(((Block.Facts) each).facts()));
        return all;
    }

    private static Optional<Block.Table> table(Fitted answer, String id) {
        return answer.section().blocks().stream().filter(each -> each instanceof Block.Table table && table.id().equals(id))
                .map(Block.Table.class::cast).findFirst();
    }

    /// Symbols alone as headings and short names, so that all columns fit; what cannot be compared is a dash.
    private static Block.Table narrow(Block.Table table) {
        List<Block.Column> columns = table.columns().stream().map(each -> each.number() && each.title().contains(" co")
                ? new Block.Column(each.title().substring(0, each.title().indexOf(' ')), true) : each).toList();
        List<List<Block.Cell>> rows = table.rows().stream().map(row -> row.stream().map(cell -> cell.text().startsWith("γ fixed")
                ? Block.Cell.of(Numbers.ABSENT) : new Block.Cell(cell.text().replace(" transform", "").replace("parameters", "free"), cell.value(), cell.tone())).toList()).toList();
        return new Block.Table(table.id(), "", columns, rows);
    }
}
