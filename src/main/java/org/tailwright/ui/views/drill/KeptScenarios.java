package org.tailwright.ui.views.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Inspector;

/// The scenarios that were kept, with what came of each: one click runs it again, so that they can be compared.
final class KeptScenarios {
    private final DrillModel model;
    private final VBox part = Inspector.part();

    KeptScenarios(DrillModel model) {
        this.model = model;
    }

    /// Takes no room while none is kept.
    VBox part() {
        return part;
    }

    /// Shows those of a session.
    void show(Session session) {
        Map<String, String> kept = DrillModel.kept(session);
        String running = session.questions().typed(DrillModel.ID).getOrDefault("scenario", "");
        List<Node> rows = new ArrayList<>();
        kept.forEach((title, text) -> {
            rows.add(row(title, text, text.equals(running)));
            if (!model.outcome(text).isEmpty()) {
                rows.add(Inspector.muted(model.outcome(text)));
            }
        });
        if (!rows.isEmpty()) {
            rows.addFirst(Inspector.heading("Kept scenarios"));
        }
        Inspector.fill(part, rows);
    }

    private HBox row(String title, String text, boolean running) {
        Button run = Buttons.secondary((running ? "✓ " : "") + title, () -> model.take(text));
        run.setMnemonicParsing(false);
        run.setMinWidth(0);
        run.setWrapText(true);
        run.setMaxWidth(Double.MAX_VALUE);
        run.setAlignment(Pos.CENTER_LEFT);
        run.setAccessibleText("Run the scenario " + title + (running ? ", which is shown" : ""));
        HBox.setHgrow(run, Priority.ALWAYS);
        Button drop = Buttons.secondary("Drop", () -> model.drop(title));
        drop.setAccessibleText("Keep the scenario " + title + " no longer");
        return new HBox(8, run, drop);
    }
}
