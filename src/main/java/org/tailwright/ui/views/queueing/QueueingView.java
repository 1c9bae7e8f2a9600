package org.tailwright.ui.views.queueing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.models.queueing.QueueCharts;
import org.tailwright.models.queueing.QueueExplanation;
import org.tailwright.models.queueing.QueueModel;
import org.tailwright.models.queueing.QueueModels;
import org.tailwright.models.queueing.calibration.CalibrateAnalysis;
import org.tailwright.models.queueing.calibration.CalibrationCharts;
import org.tailwright.models.queueing.calibration.CalibrationResult;
import org.tailwright.reports.Block;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.TablePane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Answered;
import org.tailwright.ui.views.ChartSplit;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.PartForm;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Response time of a queue against its load, beside what was measured; below the residuals of the calibration and all quantities.
public final class QueueingView {
    /// The tab.
    public static final View VIEW = new View("queueing", "Queueing", open -> !open.isEmpty(), context -> new QueueingView(context).screen());

    private static final List<String> CALIBRATION = List.of("c", "wait", "held", "busy", "queued", "demand", "timeout", "model", "hold-out");
    private static final int MOST_FACTS = 6;

    private final Context context;
    private final QueueingModel model;
    private final ChartPane response;
    private final ChartPane residuals;
    private final Answered above;
    private final Answered beside;
    private final StackPane quantities = new StackPane();
    private final Panel all = new Panel("Quantities", quantities);
    private final ComboBox<String> models = new ComboBox<>();
    private final Map<String, InputRow> rows = new LinkedHashMap<>();
    private final VBox inputs = new VBox(6);
    private final VBox facts = Inspector.part();
    private final VBox calibration = Inspector.part();
    private final VBox data = Inspector.part();
    private Map<String, String> shown = Map.of("", "");
    private boolean choosing;

    private QueueingView(Context context) {
        this.context = context;
        model = new QueueingModel(context);
        response = context.chart();
        residuals = context.chart();
        above = new Answered(ChartSplit.boxed(response));
        beside = new Answered(ChartSplit.boxed(residuals));
        quantities.setAlignment(Pos.TOP_LEFT);
        quantities.setMinSize(0, 0);
        models.getItems().setAll(QueueModels.ALL.stream().map(QueueModel::name).toList());
        models.setMaxWidth(Double.MAX_VALUE);
        models.setMinWidth(0);
        models.setAccessibleText("Queueing model");
        models.valueProperty().subscribe((_, name) -> {
            if (!choosing && name != null) {
                model.choose(name);
            }
        });
    }

    private Screen screen() {
        SplitPane low = new SplitPane(beside, all);
        low.setDividerPositions(0.5);
        SplitPane content = new SplitPane(above, low);
        content.setOrientation(Orientation.VERTICAL);
        content.setDividerPositions(0.6);
        context.store().sessionProperty().when(Screen.shown(content)).subscribe(session -> {
            model.ask(session);
            typed(session.questions().typed(QueueingModel.CALIBRATE));
        });
        model.solvedProperty().subscribe(this::show);
        model.calibratedProperty().subscribe(state -> calibrated(state));
        Button add = Inspector.adding(context, model::data, QueueingModel.QUEUE, QueueingModel.CALIBRATE);
        add.addEventFilter(ActionEvent.ACTION, _ -> model.keep());
        VBox form = Inspector.part(Inspector.heading("Model"), models, inputs);
        return new Screen(content, Inspector.of(facts, calibration, form, data, Inspector.part(add)));
    }

    /// Made anew only when the parameters were changed elsewhere, so that typing is not disturbed.
    private void typed(Map<String, String> typed) {
        if (!typed.equals(shown)) {
            boolean inside = data.lookupAll(".text-field").stream().anyMatch(Node::isFocused);
            shown = typed;
            if (!inside) {
                Inspector.fill(data, List.of(Inspector.heading("Calibration"), PartForm.of(context, CalibrateAnalysis.CALIBRATE, CALIBRATION)));
            }
        }
    }

    private void show(Latest.State<QueueingModel.Solved> state) {
        QueueingModel.Solved solved = state.answer();
        if (state.failure() != null) {
            above.say("There is no answer", state.failure().sentence());
        } else if (solved != null && !state.stale()) {
            form(solved.numbers());
            solved.curve().ifPresentOrElse(curve -> {
                above.show();
                response.show(QueueCharts.response(curve, solved.notation(), QueueCharts.Times.SECONDS, seen(curve.kind())));
            }, () -> above.say("No curve", solved.steady() ? "This model has no single load that could grow; its quantities stand below."
                    : solved.section().blocks().stream().filter(Block.Text.class::isInstance).map(each -> ((Block.Text) each).text()).findFirst().orElse("")));
            table(solved).ifPresentOrElse(table -> filling(TablePane.show(quantities, table, 10, context.dialogs())),
                    () -> quantities.getChildren().setAll(Inspector.muted("Without a steady state there are none.")));
            Inspector.fill(facts, facts(solved));
        }
    }

    private Optional<Block.Table> table(QueueingModel.Solved solved) {
        all.note(solved.notation() + ", seconds");
        return solved.section().blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).findFirst()
                .map(each -> new Block.Table(each.id(), "", each.columns(), each.rows()));
    }

    private List<Node> facts(QueueingModel.Solved solved) {
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading(solved.notation()), Inspector.muted(switch (solved.numbers().origin()) {
            case TYPED -> "numbers as typed; times in seconds";
            case CALIBRATED -> "numbers calibrated from the data, at the load held out; times in seconds";
            case EXAMPLE -> "example numbers: type your own, or calibrate below; times in seconds";
        })));
        for (Block block : solved.section().blocks()) {
            if (block instanceof Block.Facts found) {
                nodes.add(FactsPane.columns(QueueFacts.readable(found.facts().stream().limit(MOST_FACTS).toList())));
            } else if (block instanceof Block.Text text && !solved.steady()) {
                nodes.add(Words.finding(new Block.Finding(Block.Tone.BAD, "No steady state: ρ must stay below 1", text.text())));
            }
        }
        solved.curve().ifPresent(curve -> curve.limit().ifPresent(limit -> nodes.add(Words.finding(judged(solved, QueueExplanation.limit(curve, limit, QueueCharts.Times.SECONDS))))));
        nodes.add(Inspector.muted(QueueNumbers.model(solved.numbers().model()).assumes()));
        return nodes;
    }

    /// What a model says that failed its tests is no good news.
    private Block.Finding judged(QueueingModel.Solved solved, Block.Finding finding) {
        boolean doubtful = solved.numbers().origin() == QueueNumbers.Origin.CALIBRATED && model.result().filter(each -> each.verdict().tone() == Block.Tone.BAD).isPresent();
        return doubtful ? new Block.Finding(Block.Tone.WATCH, finding.title() + ", says a model that must not be used here", finding.text()) : finding;
    }

    /// The rows of the chosen model; made anew only when the model changes, so that a slider is not taken from under the pointer.
    private void form(QueueNumbers numbers) {
        List<String> names = QueueNumbers.names(QueueNumbers.model(numbers.model()));
        if (!List.copyOf(rows.keySet()).equals(names)) {
            rows.clear();
            names.forEach(each -> rows.put(each, new InputRow(model, each)));
            inputs.getChildren().setAll(rows.values());
        }
        choosing = true;
        models.setValue(numbers.model());
        choosing = false;
        rows.forEach((name, row) -> row.fill(numbers.texts().getOrDefault(name, "")));
    }

    /// The calibrated steps, where their axis is that of the curve.
    private QueueCharts.Seen seen(org.tailwright.models.queueing.QueueCurve.Kind kind) {
        return model.result().map(found -> CalibrationCharts.seen(found, kind)).orElse(QueueCharts.Seen.NOTHING);
    }

    private void calibrated(Latest.State<QueueingModel.Calibrated> state) {
        residuals.setStale(state.stale());
        QueueingModel.Calibrated answer = state.answer();
        if (state.failure() != null) {
            uncalibrated(state.failure().sentence(), answer == null ? List.of() : stations(answer));
        } else if (answer == null && !state.stale()) {
            uncalibrated("Open requests or spans to compare theory with what was measured.", List.of());
        } else if (answer != null && !state.stale()) {
            answer.result().ifPresentOrElse(result -> calibrated(answer, result), () -> uncalibrated(answer.why(), stations(answer)));
        }
    }

    private void calibrated(QueueingModel.Calibrated answer, CalibrationResult result) {
        beside.show();
        residuals.show(CalibrationCharts.residuals(result));
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Calibrated from " + answer.data())));
        nodes.add(Words.finding(new Block.Finding(result.verdict().tone(), result.verdict().title(), result.verdict().text())));
        result.checks().stream().filter(each -> each.tone() == Block.Tone.BAD || each.tone() == Block.Tone.WATCH)
                .forEach(each -> nodes.add(Words.finding(new Block.Finding(each.tone(), each.title(), each.text().replace("--", "")))));
        nodes.addAll(stations(answer));
        Button use = Buttons.secondary("Use the calibrated numbers", model::forget);
        nodes.add(use);
        Inspector.fill(calibration, nodes);
    }

    private void uncalibrated(String why, List<Node> stations) {
        beside.say("Not calibrated", why.replace("--", ""));
        Inspector.fill(calibration, stations);
    }

    /// Stations that the names in the data suggest.
    private List<Node> stations(QueueingModel.Calibrated answer) {
        if (answer.stations().isEmpty()) {
            return List.of();
        }
        VBox buttons = new VBox(4, Inspector.muted("Stations in the data"));
        answer.stations().forEach((words, typed) -> {
            Button button = Buttons.secondary(words, () -> model.station(typed));
            button.setMnemonicParsing(false);
            button.setMinWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            buttons.getChildren().add(button);
        });
        return List.of(buttons);
    }

    private static void filling(Region table) {
        table.setMinHeight(0);
        table.setMaxHeight(Double.MAX_VALUE);
    }
}
