package org.tailwright.ui;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Scale;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Spot;

/// Remembers which chart the pointer is over, for keys that act there.
final class Pointer {
    private @Nullable ChartPane chart;

    void follow(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> chart = chartAt(event.getTarget()));
    }

    /// The chart below the pointer, as long as it is shown.
    Optional<ChartPane> chart() {
        return Optional.ofNullable(chart).filter(each -> each.getScene() != null);
    }

    /// The moment below the pointer, where the chart there has a time axis.
    Optional<Long> time() {
        return chart().flatMap(each -> each.picture().map(org.tailwright.charts.Scene::plot).filter(plot -> timed(plot))
                .flatMap(_ -> each.pointer())).map(Spot::x).filter(x -> !x.isNaN()).map(Double::longValue);
    }

    private static boolean timed(@Nullable Plot plot) {
        return plot != null && plot.x().scale() instanceof Scale.Time;
    }

    private static @Nullable ChartPane chartAt(EventTarget target) {
        Node node = target instanceof Node found ? found : null;
        while (node != null && !(node instanceof ChartPane)) {
            node = node.getParent();
        }
        return (ChartPane) node;
    }
}
