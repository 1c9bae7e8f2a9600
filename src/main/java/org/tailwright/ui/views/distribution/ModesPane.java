package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Selection;
import org.tailwright.statistics.modes.Mode;
import org.tailwright.statistics.modes.Modes;
import org.tailwright.statistics.modes.Splits;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.views.Inspector;

/// The modes in the inspector: a click on one selects its band, a click on what it consists of filters by it.
final class ModesPane {
    private static final int VALUES = 2;

    private final DistributionModel model;
    private final Context context;
    private final VBox part = Inspector.part();

    ModesPane(Context context, DistributionModel model) {
        this.model = model;
        this.context = context;
        Inspector.fill(part, List.of());
        model.modes().stateProperty().subscribe(this::show);
        context.store().derive(session -> session.selection().band()).subscribe(_ -> show());
    }

    VBox part() {
        return part;
    }

    private void show() {
        Pale.show(part, model.modes().state().stale());
        Modes answer = model.modes().state().answer();
        Inspector.fill(part, answer == null || answer.modes().size() < 2 ? List.of() : nodes(answer));
    }

    private List<Node> nodes(Modes found) {
        Optional<Selection.Band> band = context.store().session().selection().band();
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Modes")));
        for (int i = 0; i < found.modes().size(); i++) {
            Mode mode = found.modes().get(i);
            int number = i;
            boolean chosen = band.equals(Optional.of(mode.band()));
            VBox box = new VBox(1, link(mode.name(), chosen, () -> model.band(mode.band())));
            found.values().stream().filter(each -> each.mode() == number).limit(VALUES).forEach(each -> box.getChildren().add(value(each)));
            nodes.add(box);
        }
        found.splits().stream().findFirst().ifPresent(each -> nodes.add(Inspector.muted(each.column() + " tells them apart best ("
                + Numbers.percent(each.explained()) + " of the uncertainty)")));
        return nodes;
    }

    private Node value(Splits.Value value) {
        Hyperlink link = link(value.column() + " = " + value.value() + ": " + Numbers.percent(value.inside()) + ", elsewhere " + Numbers.percent(value.outside()), false,
                () -> model.filter(value.column(), value.value()));
        link.getStyleClass().add("muted");
        link.setStyle("-fx-padding: 0 0 0 10px; -fx-font-size: 11px;");
        return link;
    }

    private static Hyperlink link(String words, boolean chosen, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setWrapText(true);
        link.setStyle("-fx-padding: 0; -fx-font-size: 12px;" + (chosen ? "-fx-font-weight: bold;" : ""));
        link.setOnAction(_ -> action.run());
        return link;
    }
}
