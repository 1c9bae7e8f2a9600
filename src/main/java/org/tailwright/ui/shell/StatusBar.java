package org.tailwright.ui.shell;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;

/// The bottom line: what is selected, what runs, the time zone.
public final class StatusBar extends HBox {
    private final Context context;

    public StatusBar(Context context) {
        this.context = context;
        getStyleClass().add("status-bar-row");
        Label facts = new Label();
        facts.setMinWidth(40);
        Circle dot = new Circle(4);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(dot, facts, gap, new JobsStrip(context.jobs()), zones());
        Latest<SubjectFacts.Question, String> latest = context.quick("counting the selection", SubjectFacts::words);
        context.store().derive(StatusBar::question).subscribe(found -> latest.ask(found.orElse(null)));
        latest.stateProperty().subscribe(state -> {
            String answer = state.answer();
            facts.setText(answer == null ? "No data open" : answer);
            facts.setOpacity(state.stale() ? 0.6 : 1);
        });
        context.store().derive(session -> session.subject().map(data -> TrustCard.level(data.origin().trust()))).subscribe(level -> {
            dot.getStyleClass().setAll("dot", level.orElse("good"));
            dot.setVisible(level.isPresent());
            dot.setManaged(level.isPresent());
        });
    }

    private static Optional<SubjectFacts.Question> question(Session session) {
        return session.subject().map(data -> new SubjectFacts.Question(data, session.requests(data), session.selection()));
    }

    private MenuButton zones() {
        MenuButton button = new MenuButton();
        button.getStyleClass().setAll("menu-button", "bar-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Time zone of all times shown");
        button.setTooltip(new Tooltip("Time zone of all times shown"));
        for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.systemDefault())) {
            String name = name(zone);
            if (button.getItems().stream().noneMatch(item -> item.getText().equals(name))) {
                MenuItem item = new MenuItem(name);
                item.setOnAction(_ -> context.store().update(now -> now.looking(now.look().in(zone))));
                button.getItems().add(item);
            }
        }
        context.zone().subscribe(zone -> button.setText(name(zone)));
        return button;
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC") ? "UTC" : zone.getId();
    }
}
