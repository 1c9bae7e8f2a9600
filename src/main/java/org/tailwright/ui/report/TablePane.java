package org.tailwright.ui.report;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.Weight;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.ui.Dialogs;

/// A table of a report: sortable, numbers right-aligned, copied with Ctrl+C or the context menu.
public final class TablePane {
    private static final double ROW = 26;
    private static final double HEADER = 29;
    private static final double PAD = 26;
    private static final double BAR = 16;
    private static final double TEXT = 150;
    private static final double WIDEST = 380;
    private static final int SAMPLED = 200;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TablePane() {}

    /// A table that shows at most `rows` rows at a time and scrolls beyond.
    public static TableView<List<Block.Cell>> of(Block.Table table, int rows, Dialogs dialogs) {
        TableView<List<Block.Cell>> view = new TableView<>();
        view.setUserData(table);
        view.getStyleClass().add("report-table");
        view.setAccessibleText(table.title());
        for (int i = 0; i < table.columns().size(); i++) {
            view.getColumns().add(column(table, i));
        }
        view.getItems().setAll(table.rows().stream().map(Row::new).toList());
        view.setFixedCellSize(ROW);
        double height = HEADER + ROW * Math.clamp(table.rows().size(), 1, rows) + 2;
        view.setMinHeight(height);
        view.setPrefHeight(height);
        view.setMaxHeight(height);
        view.widthProperty().subscribe(() -> fit(view));
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setPlaceholder(new Label("No rows"));
        copying(view, table, dialogs);
        return view;
    }

    /// Lets columns share the width of a table; where they do not fit they are scrolled to, not cut off.
    public static void fit(TableView<?> view) {
        double least = BAR + view.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        view.setColumnResizePolicy(view.getWidth() > 0 && view.getWidth() < least ? TableView.UNCONSTRAINED_RESIZE_POLICY : TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    }

    /// Lets a pane show a table. One that has the same columns only gets other rows, so that it stays as it was sorted and scrolled.
    ///
    /// @return what shows it
    @SuppressWarnings("unchecked") // what was made by this class holds a table of cells
    public static TableView<List<Block.Cell>> show(Pane place, Block.Table table, int rows, Dialogs dialogs) {
        if (place.getChildren().size() == 1 && place.getChildren().getFirst() instanceof TableView<?> view && view.getUserData() instanceof Block.Table shown && fits(shown, table, view)) {
            TableView<List<Block.Cell>> same = (TableView<List<Block.Cell>>) view;
            same.setUserData(table);
            for (int i = 0; i < table.rows().size(); i++) {
                ((Row) same.getItems().get(i)).now.set(table.rows().get(i));
            }
            same.sort();
            return same;
        }
        TableView<List<Block.Cell>> made = of(table, rows, dialogs);
        place.getChildren().setAll(made);
        return made;
    }

    private static boolean fits(Block.Table shown, Block.Table table, TableView<?> view) {
        return shown.id().equals(table.id()) && shown.title().equals(table.title()) && shown.columns().equals(table.columns()) && shown.rows().size() == table.rows().size()
                && IntStream.range(0, table.columns().size()).allMatch(i -> shown.behind(i).equals(table.behind(i)) && width(table, i) <= view.getColumns().get(i).getWidth());
    }

    private static TableColumn<List<Block.Cell>, Block.Cell> column(Block.Table table, int index) {
        Block.Column heading = table.columns().get(index);
        TableColumn<List<Block.Cell>, Block.Cell> column = new TableColumn<>(heading.title());
        if (heading.number()) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> ((Row) row.getValue()).now.map(cells -> cells.get(index)));
        Optional<Tooltip> origin = heading.number() ? origin(table.behind(index)) : Optional.empty();
        column.setCellFactory(_ -> new Cell(heading.number(), origin));
        column.setComparator(Comparator.comparingDouble((Block.Cell cell) -> Double.isNaN(cell.value()) ? Double.NEGATIVE_INFINITY : cell.value())
                .thenComparing(Block.Cell::text));
        double width = width(table, index);
        column.setMinWidth(Math.min(width, heading.number() ? width : TEXT));
        column.setPrefWidth(width);
        if (heading.number()) {
            column.setMaxWidth(width + 120);
        }
        return column;
    }

    /// What stands behind the numbers of a column, one for all its cells.
    private static Optional<Tooltip> origin(Provenance behind) {
        if (behind.method().isEmpty()) {
            return Optional.empty();
        }
        Tooltip tooltip = new Tooltip(behind.line());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        return Optional.of(tooltip);
    }

    private static double width(Block.Table table, int index) {
        TextMeasure measure = TextMeasure.bundled();
        double width = measure.width(table.columns().get(index).title(), 12, Weight.REGULAR) + 14;
        for (List<Block.Cell> row : table.rows().subList(0, Math.min(SAMPLED, table.rows().size()))) {
            width = Math.max(width, measure.width(row.get(index).text(), 13, Weight.REGULAR));
        }
        return Math.min(WIDEST, width + PAD);
    }

    private static void copying(TableView<List<Block.Cell>> view, Block.Table table, Dialogs dialogs) {
        MenuItem csv = new MenuItem("Copy table as CSV");
        csv.setOnAction(_ -> dialogs.copy(text(table, view.getItems(), ",")));
        MenuItem words = new MenuItem("Copy table as text");
        words.setOnAction(_ -> dialogs.copy(text(table, view.getItems(), "\t")));
        view.setContextMenu(new ContextMenu(csv, words));
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                List<List<Block.Cell>> chosen = view.getSelectionModel().getSelectedItems();
                dialogs.copy(text(table, chosen.isEmpty() ? view.getItems() : chosen, "\t"));
                event.consume();
            }
        });
    }

    /// Header and rows, parted by `between`; quoted as CSV wants it where it is a comma.
    static String text(Block.Table table, List<List<Block.Cell>> rows, String between) {
        StringBuilder text = new StringBuilder(String.join(between, table.columns().stream().map(each -> quoted(each.title(), between)).toList()));
        for (List<Block.Cell> row : rows) {
            text.append('\n').append(String.join(between, row.stream().map(each -> quoted(each.text(), between)).toList()));
        }
        return text.append('\n').toString();
    }

    private static String quoted(String text, String between) {
        return between.equals(",") && (text.contains(",") || text.contains("\"") || text.contains("\n"))
                ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /// A row whose cells may change in place: a table that is given other rows as a list makes and styles all its cells anew.
    private static final class Row extends AbstractList<Block.Cell> {
        final ObjectProperty<List<Block.Cell>> now;

        Row(List<Block.Cell> cells) {
            now = new SimpleObjectProperty<>(cells);
        }

        @Override
        public Block.Cell get(int index) {
            return now.get().get(index);
        }

        @Override
        public int size() {
            return now.get().size();
        }
    }

    private static final class Cell extends TableCell<List<Block.Cell>, Block.Cell> {
        private String tone = "";

        Cell(boolean number, Optional<Tooltip> origin) {
            if (number) {
                getStyleClass().add("number");
            }
            origin.ifPresent(this::setTooltip);
        }

        @Override
        protected void updateItem(Block.Cell item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.text());
            String other = empty || item == null ? "" : "tone-" + Words.tone(item.tone());
            if (!other.equals(tone)) { // another class has a cell styled anew
                getStyleClass().remove(tone);
                if (!other.isEmpty()) {
                    getStyleClass().add(other);
                }
                tone = other;
            }
        }
    }
}
