package org.tailwright.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tailwright.ui.preferences.Entries;

/// Remembers from one start to the next how the window is arranged: its size and place, and where the dividers of each view are.
final class Arrangement {
    private static final String WINDOW = "window.";

    private final Entries entries;
    private final Set<String> restored = new HashSet<>();

    Arrangement(Entries entries) {
        this.entries = entries;
    }

    /// Puts a window where it was, if that is still on a screen.
    void place(Stage stage) {
        Optional<Double> width = entries.number(WINDOW + "width");
        Optional<Double> height = entries.number(WINDOW + "height");
        double x = entries.number(WINDOW + "x").orElse(Double.NaN);
        double y = entries.number(WINDOW + "y").orElse(Double.NaN);
        if (width.isPresent() && height.isPresent() && !Screen.getScreensForRectangle(x, y, width.get(), height.get()).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width.get());
            stage.setHeight(height.get());
        }
        stage.setMaximized(entries.text(WINDOW + "maximized").equals("true"));
    }

    /// Puts the dividers of a view where they were, once.
    void restore(String view, Node content) {
        List<SplitPane> panes = panes(content);
        if (panes.isEmpty() || !restored.add(view)) {
            return;
        }
        for (int i = 0; i < panes.size(); i++) {
            for (int divider = 0; divider < panes.get(i).getDividers().size(); divider++) {
                int number = divider;
                SplitPane pane = panes.get(i);
                entries.number(key(view, i, divider)).filter(each -> each > 0 && each < 1).ifPresent(each -> pane.setDividerPosition(number, each));
            }
        }
    }

    /// Width that a side pane was dragged to.
    double side(String name) {
        return entries.number("side." + name).orElse(Double.NaN);
    }

    /// Notes where everything is.
    ///
    /// @param shell knows the views and sides
    void keep(Stage stage, Shell shell) {
        entries.change(all -> {
            all.setProperty(WINDOW + "maximized", String.valueOf(stage.isMaximized()));
            if (!stage.isMaximized() && !stage.isFullScreen()) {
                all.setProperty(WINDOW + "x", String.valueOf(stage.getX()));
                all.setProperty(WINDOW + "y", String.valueOf(stage.getY()));
                all.setProperty(WINDOW + "width", String.valueOf(stage.getWidth()));
                all.setProperty(WINDOW + "height", String.valueOf(stage.getHeight()));
            }
            shell.shown().forEach((view, content) -> keep(view, content, all));
            shell.sides().forEach((name, width) -> all.setProperty("side." + name, String.valueOf(width)));
        });
    }

    private static void keep(String view, Node content, Properties all) {
        List<SplitPane> panes = panes(content);
        for (int i = 0; i < panes.size(); i++) {
            double[] positions = panes.get(i).getDividerPositions();
            for (int divider = 0; divider < positions.length; divider++) {
                all.setProperty(key(view, i, divider), String.valueOf(positions[divider]));
            }
        }
    }

    private static String key(String view, int pane, int divider) {
        return "view." + view + "." + pane + "." + divider;
    }

    /// In the order of the scene graph, which a view does not change.
    private static List<SplitPane> panes(Node node) {
        List<SplitPane> found = new ArrayList<>();
        if (node instanceof SplitPane pane) {
            found.add(pane);
            pane.getItems().forEach(each -> found.addAll(panes(each)));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> found.addAll(panes(each)));
        }
        return found;
    }
}
