package org.tailwright.ui.views.simulation;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.Segments;
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
        Segments segments = new Segments();
        ToggleButton months = segments.add("Risk by month", showing(new RiskPane(context).screen()));
        ToggleButton servers = segments.add("Servers needed", showing(new ServersPane(context).screen()));
        (servers(context.store().session()) ? servers : months).setSelected(true);
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
    private Consumer<Boolean> showing(Screen screen) {
        return chosen -> {
            if (chosen) {
                content.getChildren().setAll(screen.content());
                inspector.getChildren().setAll(List.<Node>of(screen.inspector()));
            }
        };
    }
}
