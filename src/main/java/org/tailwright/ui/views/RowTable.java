package org.tailwright.ui.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.report.TablePane;

/// A sortable table of rows that can be opened with a click and asked with a context menu.
public final class RowTable<T> {
    /// A column.
    ///
    /// @param value what sorting compares; null sorts by text
    /// @param doubtful rows in which the cell is greyed
    public record Heading<T>(String title, double width, Function<T, String> words, @Nullable ToDoubleFunction<T> value, Predicate<T> doubtful) {
        /// A column of texts.
        public static <T> Heading<T> text(String title, double width, Function<T, String> words) {
            return new Heading<>(title, width, words, null, _ -> false);
        }

        /// A column of numbers, right-aligned.
        public static <T> Heading<T> number(String title, double width, Function<T, String> words, ToDoubleFunction<T> value) {
            return new Heading<>(title, width, words, value, _ -> false);
        }

        /// The same, greyed in some rows.
        public Heading<T> greyed(Predicate<T> which) {
            return new Heading<>(title, width, words, value, which);
        }
    }

    private final TableView<T> view = new TableView<>();
    private final Dialogs dialogs;
    private final ContextMenu menu = new ContextMenu();
    private List<Heading<T>> headings = List.of();
    private Function<T, List<MenuItem>> items = _ -> List.of();

    /// @param name says what it lists to assistive technology
    public RowTable(String name, Dialogs dialogs) {
        this.dialogs = dialogs;
        view.setAccessibleText(name);
        view.getStyleClass().add("report-table");
        view.setFixedCellSize(26);
        view.setMinSize(0, 0);
        view.setOnContextMenuRequested(event -> {
            List<MenuItem> all = new ArrayList<>();
            T chosen = view.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                all.addAll(items.apply(chosen));
            }
            all.add(item("Copy table as CSV", () -> dialogs.copy(csv())));
            menu.getItems().setAll(all);
            menu.show(view, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /// The node.
    public TableView<T> node() {
        return view;
    }

    /// Its columns.
    public RowTable<T> columns(List<Heading<T>> shown) {
        if (!titles(shown).equals(titles(headings))) {
            headings = List.copyOf(shown);
            view.getColumns().setAll(headings.stream().map(RowTable::column).toList());
        }
        return this;
    }

    /// Columns share the width as long as numbers fit.
    public RowTable<T> fitted() {
        view.widthProperty().subscribe(() -> TablePane.fit(view));
        view.getColumns().addListener((ListChangeListener<TableColumn<T, ?>>) _ -> TablePane.fit(view));
        return this;
    }

    /// What a click on a row or Enter does.
    public RowTable<T> onOpen(Consumer<T> open) {
        view.setOnMouseClicked(event -> {
            T chosen = view.getSelectionModel().getSelectedItem();
            if (event.getButton() == MouseButton.PRIMARY && event.getPickResult().getIntersectedNode() != null && onRow(event.getPickResult().getIntersectedNode())
                    && chosen != null) {
                open.accept(chosen);
            }
        });
        view.setOnKeyPressed(event -> {
            T chosen = view.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
        return this;
    }

    private static boolean onRow(Node picked) {
        Node node = picked;
        while (node != null && !(node instanceof TableView)) {
            if (node instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
            node = node.getParent();
        }
        return false;
    }

    /// What the context menu offers for a row, above copying.
    public RowTable<T> onMenu(Function<T, List<MenuItem>> offered) {
        items = offered;
        return this;
    }

    /// A menu item.
    public static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Shows rows.
    public void show(List<T> rows) {
        view.getItems().setAll(rows);
    }

    /// What stands there without rows.
    public RowTable<T> empty(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        view.setPlaceholder(label);
        return this;
    }

    /// Puts words on the clipboard.
    public void copy(String words) {
        dialogs.copy(words);
    }

    /// All rows as CSV.
    String csv() {
        return view.getItems().stream().map(row -> headings.stream().map(each -> quoted(each.words().apply(row))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", headings.stream().map(each -> quoted(each.title())).collect(Collectors.joining(",")) + "\n", "\n"));
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static <T> List<String> titles(List<Heading<T>> of) {
        return of.stream().map(Heading::title).toList();
    }

    private static <T> TableColumn<T, T> column(Heading<T> heading) {
        TableColumn<T, T> column = new TableColumn<>(heading.title());
        column.setPrefWidth(heading.width());
        column.setMinWidth(heading.value() == null ? Math.min(heading.width(), 56) : heading.width()); // a number that is cut off is another number
        ToDoubleFunction<T> value = heading.value();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(value == null ? Comparator.comparing(heading.words()) : Comparator.comparingDouble(value));
        column.setCellFactory(_ -> new Cell<>(heading));
        if (value != null) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private static final class Cell<T> extends TableCell<T, T> {
        private final Heading<T> heading;

        Cell(Heading<T> heading) {
            this.heading = heading;
            if (heading.value() != null) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove("tone-muted");
            setText(empty || item == null ? null : heading.words().apply(item));
            if (!empty && item != null && heading.doubtful().test(item)) {
                getStyleClass().add("tone-muted");
            }
        }
    }
}
