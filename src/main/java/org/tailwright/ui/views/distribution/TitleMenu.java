package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.tailwright.ui.charts.ChartPane;

/// The title of a chart as a menu: what is shown and how. It lies over the title that the chart paints, so that copies of the chart keep theirs.
final class TitleMenu {
    private final MenuButton button = new MenuButton();
    private final List<Runnable> marks = new ArrayList<>();

    /// @param name what assistive technology says before the title
    TitleMenu(String name) {
        button.getStyleClass().add("title-menu");
        button.setAccessibleText(name);
        button.setFocusTraversable(true);
    }

    /// A group of choices of which one holds, below a line when it is not the first.
    ///
    /// @param holds the choice now
    <E> TitleMenu choices(List<E> all, java.util.function.Function<E, String> words, java.util.function.Supplier<E> holds, Consumer<E> choose) {
        if (!button.getItems().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
        }
        ToggleGroup group = new ToggleGroup();
        for (E each : all) {
            RadioMenuItem item = new RadioMenuItem(words.apply(each));
            item.setToggleGroup(group);
            item.setOnAction(_ -> choose.accept(each));
            marks.add(() -> item.setSelected(each.equals(holds.get())));
            button.getItems().add(item);
        }
        return this;
    }

    /// Something else that can be done.
    TitleMenu action(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        button.getItems().addAll(new SeparatorMenuItem(), item);
        return this;
    }

    /// Shows the title and marks what holds.
    void show(String title) {
        button.setText(title);
        marks.forEach(Runnable::run);
    }

    /// The chart with this menu on its title.
    Node over(ChartPane chart) {
        StackPane box = new StackPane(chart, button);
        StackPane.setAlignment(button, Pos.TOP_LEFT);
        box.getStyleClass().add("chart-box");
        box.setMinSize(0, 0);
        return box;
    }
}
