package org.tailwright.ui.mapping;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.state.Latest;

/// What would be read, with numbers to look at.
final class PreviewPane extends VBox {
    private static final int LINES = 3;

    private final MappingModel model;

    PreviewPane(MappingModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("mapping-preview");
        setAccessibleRole(AccessibleRole.TEXT);
        model.choiceProperty().subscribe(_ -> show());
        model.preview().stateProperty().subscribe(_ -> show());
    }

    private void show() {
        Latest.State<Preview> state = model.preview().state();
        String complaint = model.choice().complaint();
        Preview found = state.answer();
        getChildren().setAll(title(complaint.isEmpty() ? "Would be read as " + model.choice().as().title().toLowerCase(Locale.ROOT) : "Not yet"));
        if (!complaint.isEmpty()) {
            getChildren().add(line(complaint, "muted"));
        } else if (found != null && !found.refusal().isEmpty()) {
            getChildren().add(line(found.refusal(), "bad"));
        } else if (found != null) {
            getChildren().add(facts(found.facts()));
            found.problems().forEach(each -> getChildren().add(line(each, "watch")));
            found.assumed().stream().limit(LINES).forEach(each -> getChildren().add(line(each, "muted")));
        } else if (state.failure() != null) {
            getChildren().add(line(state.failure().sentence(), "bad"));
        }
        Pale.show(this, complaint.isEmpty() && state.stale());
        setAccessibleText(found == null || !complaint.isEmpty() ? complaint : found.refusal()
                + String.join(", ", found.facts().stream().map(each -> each.name() + " " + each.value()).toList()));
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("heading");
        return title;
    }

    private static GridPane facts(List<Preview.Fact> facts) {
        GridPane grid = new GridPane(14, 3);
        ColumnConstraints names = new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(40);
        grid.getColumnConstraints().addAll(names, values);
        for (Preview.Fact each : facts) {
            Label name = new Label(each.name());
            name.getStyleClass().add("muted");
            Label value = new Label(each.value());
            value.setTextOverrun(OverrunStyle.ELLIPSIS);
            value.setTooltip(new Tooltip(each.value()));
            grid.addRow(grid.getRowCount(), name, value);
        }
        return grid;
    }

    private static Label line(String words, String tone) {
        Label line = new Label(words);
        line.getStyleClass().addAll("small", tone);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
