package org.tailwright.ui.views.drill;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.scenario.ScenarioText;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.network.NetworkPane;

/// The scenario's text with a form that adds faults. What is wrong is said below with its line; a text that is wrong is not taken.
final class ScenarioPane extends VBox {
    private static final List<String> KINDS = List.of("slow", "lost", "refused", "stall", "nodes", "flush");

    private final DrillModel model;
    private final TextArea text = new TextArea();
    private final Label wrong = Inspector.muted("");
    private final ChoiceBox<String> kind = new ChoiceBox<>();
    private final ChoiceBox<String> station = new ChoiceBox<>();
    private final TextField at = new TextField("120s");
    private final TextField length = new TextField("60s");
    private final TextField amount = new TextField("10");
    private final NetworkPane network = new NetworkPane(this::change);
    private String shown = "";

    ScenarioPane(DrillModel model) {
        super(8);
        this.model = model;
        text.textProperty().subscribe(network::show);
        text.setPrefRowCount(18);
        text.setStyle("-fx-font-family: monospace; -fx-font-size: 11px;");
        text.setAccessibleText("Scenario in YAML");
        wrong.setWrapText(true);
        wrong.setVisible(false);
        wrong.setManaged(false);
        kind.getItems().setAll(KINDS);
        kind.setValue("slow");
        kind.setAccessibleText("What fails");
        station.setAccessibleText("Station that fails");
        kind.valueProperty().subscribe(value -> amount.setDisable(value == null || !List.of("slow", "lost", "refused", "nodes").contains(value)));
        kind.setOnAction(_ -> amount.setText(kind.getValue().equals("slow") ? "10" : kind.getValue().equals("nodes") ? "1" : "100%"));
        FlowPane actions = new FlowPane(8, 8, Buttons.primary("Run scenario", this::take), Buttons.secondary("Keep", () -> complain(model.keep(text.getText()))),
                Buttons.secondary("Start over", model::forget));
        getChildren().setAll(Inspector.heading("Scenario"), text, wrong, actions, Inspector.heading("Add a fault"), form(),
                Buttons.secondary("Add fault and run", this::add));
    }

    /// The same scenario as a graph.
    NetworkPane network() {
        return network;
    }

    /// Takes a text that a form changed; one that cannot be simulated stays to be mended.
    private void change(String changed) {
        text.setText(changed);
        take();
    }

    private GridPane form() {
        GridPane grid = new GridPane(8, 6);
        row(grid, 0, "What", kind);
        row(grid, 1, "Station", station);
        row(grid, 2, "From", at);
        row(grid, 3, "For", length);
        row(grid, 4, "Factor, share, count", amount);
        return grid;
    }

    private static void row(GridPane grid, int row, String words, javafx.scene.control.Control control) {
        Label label = Inspector.muted(words);
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(control, javafx.scene.layout.Priority.ALWAYS);
        grid.addRow(row, label, control);
    }

    /// Shows the scenario that was answered, unless it is being edited.
    void show(String scenario) {
        if (!scenario.equals(shown)) {
            shown = scenario;
            text.setText(scenario);
            List<String> names = DrillModel.stations(scenario);
            station.getItems().setAll(names);
            station.setValue(names.isEmpty() ? null : names.getLast());
            complain(null);
        }
    }

    private void take() {
        String said = model.take(text.getText());
        complain(said);
        select(said == null ? 0 : ScenarioText.lineOf(said));
    }

    /// Selects a line of the text, from 1, so that it is seen; nothing for 0.
    private void select(int line) {
        List<CharSequence> lines = text.getParagraphs();
        if (line > 0 && line <= lines.size()) {
            int from = lines.subList(0, line - 1).stream().mapToInt(each -> each.length() + 1).sum();
            text.selectRange(from, from + lines.get(line - 1).length());
        }
    }

    private void add() {
        String key = switch (kind.getValue()) {
            case "slow" -> ", factor: ";
            case "lost", "refused" -> ", share: ";
            case "nodes" -> ", count: ";
            default -> "";
        };
        String name = String.valueOf(station.getValue());
        String fault = kind.getValue() + ": \"" + name + "\", at: " + at.getText() + (kind.getValue().equals("flush") ? "" : ", for: " + length.getText())
                + (key.isEmpty() ? "" : key + amount.getText());
        String changed = DrillModel.withFault(text.getText(), fault);
        String said = model.take(changed);
        if (said == null) {
            text.setText(changed);
        }
        complain(said);
    }

    private void complain(@Nullable String said) {
        wrong.setText(said == null ? "" : said);
        wrong.setVisible(said != null);
        wrong.setManaged(said != null);
        network.complain(said);
    }
}
