package org.tailwright.ui.views.traces;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.traces.Slowest;
import org.tailwright.ui.Dialogs;

/// The slowest traces as a table; the first is chosen until the user chooses another.
final class TraceTable {
    private final TableView<Slowest.Exemplar> table = new TableView<>();
    private ZoneId zone = ZoneOffset.UTC;

    TraceTable(Dialogs dialogs) {
        table.setAccessibleText("Slowest traces");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("duration", 76, Slowest.Exemplar::duration, Numbers::duration, true));
        table.getColumns().add(column("start", 112, Slowest.Exemplar::start, start -> Numbers.clock(start, zone, 1e9), true));
        table.getColumns().add(column("service", 100, Slowest.Exemplar::service, Function.identity(), false));
        table.getColumns().add(column("operation", 170, Slowest.Exemplar::operation, Function.identity(), false));
        table.getColumns().add(column("trace", 110, Slowest.Exemplar::trace, Function.identity(), false));
        MenuItem copy = new MenuItem("Copy table as CSV");
        copy.setOnAction(_ -> dialogs.copy(csv(table.getItems())));
        MenuItem id = new MenuItem("Copy trace id");
        id.setOnAction(_ -> {
            Slowest.Exemplar chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                dialogs.copy(chosen.trace());
            }
        });
        table.setContextMenu(new ContextMenu(id, copy));
    }

    Node node() {
        return table;
    }

    void placeholder(Node node) {
        table.setPlaceholder(node);
    }

    void show(List<Slowest.Exemplar> slowest, ZoneId shown) {
        zone = shown;
        table.getItems().setAll(slowest);
        table.getSelectionModel().selectFirst();
    }

    void onChosen(Consumer<Slowest.@Nullable Exemplar> chosen) {
        table.getSelectionModel().selectedItemProperty().subscribe(chosen::accept);
    }

    /// Chooses a trace of the table.
    void choose(Slowest.Exemplar trace) {
        table.getSelectionModel().select(trace);
        table.scrollTo(trace);
    }

    private static String csv(List<Slowest.Exemplar> rows) {
        return rows.stream().map(each -> each.trace() + "," + each.start() + "," + each.duration() + ",\"" + each.service().replace("\"", "\"\"")
                + "\",\"" + each.operation().replace("\"", "\"\"") + "\"").collect(Collectors.joining("\n", "trace,start_ns,duration_ns,service,operation\n", "\n"));
    }

    private static <T extends Comparable<T>> TableColumn<Slowest.Exemplar, T> column(String title, double width,
            Function<Slowest.Exemplar, T> value, Function<T, String> words, boolean number) {
        TableColumn<Slowest.Exemplar, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        if (number) {
            column.setMinWidth(width);
            column.getStyleClass().add("number");
        }
        return column;
    }
}
