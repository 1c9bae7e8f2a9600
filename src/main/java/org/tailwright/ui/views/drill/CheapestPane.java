package org.tailwright.ui.views.drill;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.report.BlockRenderer;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Answered;

/// The cheapest configuration that holds the scenario's objective, as the report shows it; before, the button that searches it.
final class CheapestPane extends StackPane {
    private final Context context;
    private final CheapestModel model;
    private final BlockRenderer renderer;
    private final VBox page = new VBox(12);
    private final Answered whole;

    CheapestPane(Context context) {
        this.context = context;
        model = new CheapestModel(context);
        renderer = new BlockRenderer(context);
        page.setStyle("-fx-padding: 4px 20px 24px 20px;");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        whole = new Answered(scroll);
        getChildren().setAll(whole);
        setMinSize(0, 0);
        context.store().sessionProperty().subscribe(session -> model.follow(session));
        model.latest().stateProperty().subscribe(state -> show(state));
    }

    private void show(Latest.State<Report.Section> state) {
        Report.Section known = state.answer();
        if (state.failure() != null) {
            whole.say("There is no answer", state.failure().sentence(), button("Search again"));
        } else if (model.latest().question() == null || known == null) {
            whole.say(model.latest().question() == null ? "The cheapest configuration that holds the objective" : "Searching",
                    "The scenario's part 'optimise' names the settings to choose and their prices. Many configurations are simulated, the best of them again in fresh runs: that may take minutes.",
                    button("Search"));
        } else {
            Pale.show(page, state.stale());
            page.getChildren().setAll(renderer.section(known));
            whole.show();
        }
    }

    private Button button(String words) {
        return Buttons.secondary(words, () -> model.ask(context.store().session()));
    }
}
