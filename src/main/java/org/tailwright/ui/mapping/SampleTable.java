package org.tailwright.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.tailwright.readers.text.Layout;
import org.tailwright.readers.text.Role;

/// The first rows of a file; above each column stands its name and what it is mapped to.
final class SampleTable extends TableView<List<String>> {
    private static final int COLUMNS = 60;
    private static final double LEAST = 90;
    private static final double MOST = 240;
    private static final double CHARACTER = 8.4;

    private final List<Label> roles = new ArrayList<>();

    SampleTable(MappingModel model) {
        getStyleClass().add("mapping-table");
        model.choiceProperty().map(Choice::layout).subscribe(this::fill);
        model.choiceProperty().subscribe(this::name);
    }

    private void fill(Layout layout) {
        setAccessibleText("The first " + layout.rows().size() + " rows of " + layout.names().size() + " columns");
        roles.clear();
        getColumns().clear();
        getItems().setAll(layout.rows());
        for (int i = 0; i < Math.min(COLUMNS, layout.names().size()); i++) {
            Label role = new Label();
            role.getStyleClass().add("mapped-role");
            roles.add(role);
            getColumns().add(column(layout, i, role));
        }
    }

    private void name(Choice choice) {
        for (int i = 0; i < roles.size(); i++) {
            roles.get(i).setText(words(choice, choice.layout().names().get(i)));
        }
    }

    private static TableColumn<List<String>, String> column(Layout layout, int i, Label role) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        Label name = new Label(layout.names().get(i));
        name.getStyleClass().add("mapped-name");
        VBox head = new VBox(name, role);
        head.getStyleClass().add("mapped-head");
        column.setGraphic(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(i)));
        column.setSortable(false);
        column.setReorderable(false);
        int longest = layout.rows().stream().limit(12).mapToInt(each -> each.get(i).length()).max().orElse(0);
        column.setPrefWidth(Math.clamp(28 + CHARACTER * Math.max(longest, layout.names().get(i).length()), LEAST, MOST));
        return column;
    }

    private static String words(Choice choice, String column) {
        return String.join(", ", choice.roles().stream().filter(role -> column.equals(choice.columns().get(role))).map(role -> words(choice, role)).toList());
    }

    private static String words(Choice choice, Role role) {
        String title = role == Role.START && choice.end() && choice.as() == ReadAs.REQUESTS ? "End" : choice.as().title(role);
        String unit = choice.units().getOrDefault(role, "");
        return unit.isEmpty() ? title : title + " · " + unit;
    }
}
