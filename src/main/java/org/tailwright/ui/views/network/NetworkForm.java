package org.tailwright.ui.views.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.scenario.ScenarioText;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.views.Inspector;

/// The settings of what is chosen in the graph. A field is taken by Enter or by leaving it; an empty one takes the setting away.
final class NetworkForm extends VBox {
    private final Consumer<String> changed;
    private final Label complaint = Inspector.muted("");
    private List<String> faulty = List.of();

    /// @param changed takes the new text
    NetworkForm(Consumer<String> changed) {
        super(8);
        this.changed = changed;
        complaint.getStyleClass().add("bad");
        complain(null);
    }

    /// Says why the text cannot be simulated; nothing when it can.
    void complain(@Nullable String said) {
        complaint.setText(said == null ? "" : said);
        complaint.setVisible(said != null);
        complaint.setManaged(said != null);
    }

    /// Shows what is chosen; nothing chosen shows how to begin.
    ///
    /// @param wrong path of the value that is complained of; empty for none
    void show(ScenarioText text, List<String> path, Settings kind, List<String> wrong) {
        faulty = wrong;
        List<Node> nodes = new ArrayList<>(List.of(complaint));
        if (path.isEmpty()) {
            nodes.add(Inspector.muted("Choose a station, a source or a call in the graph to see its settings."));
        } else {
            String name = path.getLast();
            nodes.add(Inspector.heading(switch (kind) {
                case STATION -> "Station " + name;
                case SOURCE -> "Source " + name;
                case CALL -> "Call of " + path.get(1) + " to " + name;
                case ROUTE -> "Route of " + path.get(1) + " to " + name;
            }));
            nodes.add(kind == Settings.ROUTE ? share(text, path) : settings(text, path, kind));
            if (kind == Settings.STATION) {
                nodes.add(calling(text, path));
            }
            nodes.add(Buttons.secondary("Remove this " + kind.name().toLowerCase(Locale.ROOT), () -> changed.accept(kind == Settings.STATION ? withoutStation(text, path) : text.without(path))));
        }
        nodes.add(adding(text));
        getChildren().setAll(nodes);
    }

    /// A station goes with the calls and routes to it.
    private static String withoutStation(ScenarioText text, List<String> path) {
        ScenarioText rest = text;
        for (ScenarioText.Link each : text.links()) {
            rest = each.to().equals(path.getLast()) && each.kind() != ScenarioText.Kind.SOURCE ? ScenarioText.of(rest.without(each.path())) : rest;
        }
        return rest.without(path);
    }

    private GridPane settings(ScenarioText text, List<String> path, Settings kind) {
        GridPane grid = new GridPane(8, 4);
        for (Settings.Setting each : kind.all()) {
            List<String> place = new ArrayList<>(path);
            place.add(each.key());
            row(grid, each.title(), field(text, place, each));
        }
        return grid;
    }

    private GridPane share(ScenarioText text, List<String> path) {
        GridPane grid = new GridPane(8, 4);
        row(grid, "Share", field(text, path, new Settings.Setting(path.getLast(), "Share", "needed", "Share of the served requests that go on there")));
        return grid;
    }

    private static void row(GridPane grid, String words, Control control) {
        Label label = Inspector.muted(words);
        label.setLabelFor(control);
        label.setMinWidth(96);
        control.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private TextField field(ScenarioText text, List<String> place, Settings.Setting setting) {
        String before = text.value(place).map(each -> each.replaceAll("\\s+", " ")).orElse("");
        TextField field = new TextField(before);
        field.setPromptText(setting.otherwise());
        field.setAccessibleText(setting.title());
        field.setAccessibleHelp(setting.help());
        field.setTooltip(new Tooltip(setting.help()));
        if (place.equals(faulty)) {
            field.getStyleClass().add("wrong");
            field.setAccessibleHelp(complaint.getText());
        }
        field.setOnAction(_ -> take(text, place, before, field.getText()));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take(text, place, before, field.getText());
            }
        });
        return field;
    }

    private void take(ScenarioText text, List<String> place, String before, String typed) {
        String now = typed.strip();
        if (!now.equals(before)) {
            changed.accept(now.isEmpty() ? text.without(place) : text.with(place, now));
        }
    }

    private HBox calling(ScenarioText text, List<String> path) {
        ComboBox<String> target = new ComboBox<>();
        target.getItems().setAll(text.names("stations").stream().filter(each -> !each.equals(path.getLast()) && !text.names("stations", path.getLast(), "calls").contains(each)).toList());
        target.setPromptText("station");
        target.setAccessibleText("Station to be called");
        target.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(target, Priority.ALWAYS);
        HBox row = new HBox(8, target, Buttons.secondary("Add call", () -> {
            if (target.getValue() != null) {
                changed.accept(text.with(List.of("stations", path.getLast(), "calls", target.getValue()), "{}"));
            }
        }));
        row.setVisible(!target.getItems().isEmpty());
        row.setManaged(!target.getItems().isEmpty());
        return row;
    }

    private HBox adding(ScenarioText text) {
        TextField name = new TextField();
        name.setPromptText("name");
        name.setAccessibleText("Name of a new station");
        HBox.setHgrow(name, Priority.ALWAYS);
        Runnable add = () -> {
            String wanted = name.getText().strip();
            if (!wanted.isEmpty() && !text.names("stations").contains(wanted)) {
                changed.accept(text.with(List.of("stations", wanted), "{time: 5ms..20ms, servers: 1}"));
            }
        };
        name.setOnAction(_ -> add.run());
        return new HBox(8, name, Buttons.secondary("Add station", add));
    }
}
