package org.tailwright.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.ui.Library;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// The open data sets by kind.
public final class DataTree extends VBox {
    private static final int PARTS = 6;

    private final Store store;
    private final Library library;

    public DataTree(Store store, Library library) {
        this.store = store;
        this.library = library;
        getStyleClass().add("side");
        setAccessibleText("Data sets");
        store.derive(Session::open).subscribe(_ -> rebuild());
        store.derive(Session::place).subscribe(_ -> mark());
    }

    private void rebuild() {
        getChildren().stream().filter(DataRow.class::isInstance).map(DataRow.class::cast).forEach(DataRow::leave);
        getChildren().clear();
        for (Dataset.Kind kind : Dataset.Kind.values()) {
            List<Dataset> ofKind = store.session().open().stream().filter(each -> each.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                Label title = new Label(title(kind).toUpperCase(Locale.ROOT));
                title.getStyleClass().add("kind");
                getChildren().add(title);
                ofKind.forEach(this::add);
            }
        }
        mark();
    }

    private void add(Dataset data) {
        getChildren().add(new DataRow(data, "", store, library));
        if (data instanceof Recording recording) {
            recording.lasting().stream().limit(PARTS).forEach(type -> getChildren().add(new DataRow(data, type, store, library)));
        }
    }

    private void mark() {
        getChildren().stream().filter(DataRow.class::isInstance).map(DataRow.class::cast).forEach(row -> row.mark(store.session().place()));
    }

    /// A kind's heading.
    static String title(Dataset.Kind kind) {
        return switch (kind) {
            case REQUESTS -> "Requests";
            case HISTOGRAMS -> "Histograms";
            case METRICS -> "Metrics";
            case TRACES -> "Traces";
            case RECORDING -> "Recordings";
            case LOADPOINTS -> "Load points";
        };
    }
}
