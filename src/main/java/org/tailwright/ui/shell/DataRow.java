package org.tailwright.ui.shell;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Selection;
import org.tailwright.statistics.trust.TrustResult;
import org.tailwright.ui.Library;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Store;

/// A data set, or an event type of a recording, in the tree. Enter selects it, the dot opens its trust card.
final class DataRow extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Dataset data;
    private final String part;
    private final Store store;
    private final Library library;
    private Runnable stop = () -> {};

    DataRow(Dataset data, String part, Store store, Library library) {
        this.data = data;
        this.part = part;
        this.store = store;
        this.library = library;
        getStyleClass().add("data-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TREE_ITEM);
        String words = part.isEmpty() ? data.name() : part.replaceFirst("^jdk\\.", "");
        setAccessibleText(words + ", " + rows() + (part.isEmpty() ? ", " + TrustCard.words(data.origin().trust(), library.trusting().of(data.name())) : ""));
        Label name = new Label(words);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(20);
        name.setTooltip(new Tooltip(part.isEmpty() ? data.origin().file() + "\n" + data.origin().format() : part));
        HBox.setHgrow(name, Priority.ALWAYS);
        Label rows = new Label(rows());
        rows.getStyleClass().add("rows");
        rows.setMinWidth(USE_PREF_SIZE);
        if (part.isEmpty()) {
            getChildren().add(dot());
        } else {
            getStyleClass().add("part");
        }
        getChildren().addAll(name, rows);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                select();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        ContextMenu menu = menu();
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    }

    void mark(Place place) {
        pseudoClassStateChanged(SELECTED, place.dataset().equals(data.name()) && place.part().equals(part));
    }

    private StackPane dot() {
        Circle circle = new Circle(4);
        StackPane target = new StackPane(circle);
        target.setMinSize(14, 18);
        Tooltip tip = new Tooltip();
        Tooltip.install(target, tip);
        stop = library.trusting().follow(data.name(), () -> {
            Optional<TrustResult> found = library.trusting().of(data.name());
            circle.getStyleClass().setAll("dot", TrustCard.level(data.origin().trust(), found));
            tip.setText(TrustCard.words(data.origin().trust(), found) + " – click for the details");
        });
        target.setOnMouseClicked(event -> {
            card();
            event.consume();
        });
        return target;
    }

    private ContextMenu menu() {
        MenuItem trust = new MenuItem("Trust card");
        trust.setOnAction(_ -> card());
        MenuItem close = new MenuItem("Close " + data.name());
        close.setMnemonicParsing(false);
        close.setOnAction(_ -> library.close(data.name()));
        ContextMenu menu = new ContextMenu(trust, close);
        if (store.session().requests(data).isPresent() || data instanceof Histograms) {
            MenuItem baseline = new MenuItem("Compare with this as baseline");
            baseline.setOnAction(_ -> store.update(now -> now.asking(now.questions().with(Optional.of(new Questions.Baseline(data.name(), Selection.ALL))))
                    .at(now.place().in("compare"))));
            menu.getItems().addFirst(baseline);
        }
        if (library.mappable(data)) {
            MenuItem again = new MenuItem("Read again with another mapping…");
            again.setOnAction(_ -> library.mapAgain(data));
            menu.getItems().add(1, again);
        }
        return menu;
    }

    private void card() {
        TrustCard.show(this, data, library, store);
    }

    /// No longer shown.
    void leave() {
        stop.run();
    }

    private void select() {
        store.go(place -> place.of(data.name()).part(part));
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            select();
            event.consume();
        } else if (step != 0) {
            var rows = getParent().getChildrenUnmodifiable().stream().filter(DataRow.class::isInstance).toList();
            rows.get(Math.clamp(rows.indexOf(this) + step, 0, rows.size() - 1)).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            library.close(data.name());
            event.consume();
        }
    }

    private String rows() {
        return switch (data) {
            case Recording recording when !part.isEmpty() -> Numbers.brief(recording.counts().getOrDefault(part,
                    (long) recording.requests(part).map(each -> each.table().rows()).orElse(0)));
            case Metrics metrics -> metrics.series().size() + " × "
                    + Numbers.brief(metrics.rows() / (double) Math.max(1, metrics.series().size()) < 10_000
                            ? Math.rint(metrics.rows() / (double) Math.max(1, metrics.series().size())) : metrics.rows());
            case Dataset other -> Numbers.brief(other.rows());
        };
    }
}
