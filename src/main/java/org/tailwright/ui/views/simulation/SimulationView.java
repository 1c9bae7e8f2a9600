package org.tailwright.ui.views.simulation;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Capacity under uncertainty, asked in two ways: when the servers there are will not do any more, and how many are needed.
public final class SimulationView {
    /// The tab.
    public static final View VIEW = new View("simulation", "Simulation", open -> !open.isEmpty(), context -> new SimulationView(context).screen());

    private final Context context;
    private final StackPane content = new StackPane();
    private final VBox inspector = new VBox();

    private SimulationView(Context context) {
        this.context = context;
        content.setMinSize(0, 0);
    }

    private Screen screen() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton months = segment("Risk by month", new RiskPane(context).screen(), group);
        ToggleButton servers = segment("Servers needed", new ServersPane(context).screen(), group);
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null && old != null) {
                group.selectToggle(old);
            }
        });
        (servers(context.store().session()) ? servers : months).setSelected(true);
        HBox segments = new HBox(months, servers);
        segments.getStyleClass().add("segments");
        segments.setMaxWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(segments);
        bar.setPadding(new Insets(8, 12, 2, 12));
        VBox whole = new VBox(bar, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        return new Screen(whole, inspector);
    }

    /// Which of both an investigation asked: the one whose parameters were typed, months when both or none were.
    static boolean servers(Session session) {
        return session.questions().typed(SimulationModel.ID).isEmpty() && !session.questions().typed(ServersModel.ID).isEmpty();
    }

    /// Only what is chosen stands in the window, so that only that is computed.
    private ToggleButton segment(String words, Screen screen, ToggleGroup group) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().setAll("toggle-button", "segment");
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                content.getChildren().setAll(screen.content());
                inspector.getChildren().setAll(List.<Node>of(screen.inspector()));
            }
        });
        return button;
    }
}
