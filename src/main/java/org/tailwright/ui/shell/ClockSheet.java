package org.tailwright.ui.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Shift;
import org.tailwright.statistics.trust.ClockOffset;
import org.tailwright.ui.Context;
import org.tailwright.ui.commands.Overlays;
import org.tailwright.ui.state.Session;

/// The clocks of the open data sets: by how much each is moved, by hand or as the rates of starts tell.
public final class ClockSheet extends VBox {
    private static final double WIDTH = 720;
    private static final long MOST = 26L * 3600 * 1_000_000_000;

    private final Context context;
    private final GridPane grid = new GridPane(16, 8);
    private final Map<String, String> notes = new HashMap<>();

    private ClockSheet(Context context, Runnable close) {
        super(12);
        this.context = context;
        setStyle("-fx-padding: 20px 24px;");
        Label title = new Label("One clock");
        title.getStyleClass().add("section-title");
        Label words = new Label("All data sets share one time axis. Add time to those whose clock went wrong; files are never changed, and Undo takes it back.");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH - 50);
        HBox foot = new HBox(Buttons.primary("Done", close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(new VBox(3, title, words), grid, foot);
        var kept = context.store().derive(Session::open).subscribe(_ -> rebuild());
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) {
                kept.unsubscribe();
            }
        });
    }

    /// Shows it.
    public static void show(Overlays overlays, Context context) {
        ClockSheet sheet = new ClockSheet(context, overlays::close);
        ScrollPane pane = new ScrollPane(sheet);
        // Wrapped lines are only as high as they turn out: the pane follows.
        sheet.heightProperty().subscribe(height -> pane.setPrefHeight(height.doubleValue() + 4));
        sheet.setPrefWidth(WIDTH);
        sheet.setMinHeight(Region.USE_PREF_SIZE);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("overlay-sheet");
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        overlays.show(pane, Pos.CENTER);
        pane.requestFocus();
    }

    private void rebuild() {
        grid.getChildren().clear();
        grid.addRow(0, muted("data set"), muted("from"), muted("lasts"), muted("clock moved by"));
        Session session = context.store().session();
        List<List<Dataset>> groups = session.clocks();
        int row = 1;
        for (List<Dataset> group : groups) {
            if (groups.size() > 1) {
                Label heading = muted(row == 1 ? "MEASURED TOGETHER" : "MEASURED AT ANOTHER TIME: MORE THAN 10 MINUTES APART");
                grid.add(heading, 0, row++, 5, 1);
            }
            for (Dataset each : group) {
                row = add(each, session, row);
            }
        }
    }

    private int add(Dataset data, Session session, int row) {
        Label name = new Label(data.name());
        name.setMaxWidth(240);
        Label from = new Label(Numbers.timestamp(data.span().orElseThrow().start(), session.look().zone()));
        TextField by = new TextField(Shift.words(session.timeline().offsets().getOrDefault(data.name(), 0L)));
        by.setPrefColumnCount(9);
        by.setAccessibleText("Clock of " + data.name() + " moved by");
        by.setOnAction(_ -> typed(data, by.getText()));
        by.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                typed(data, by.getText());
            }
        });
        grid.addRow(row, name, from, new Label(Numbers.duration(data.span().orElseThrow().length())), by);
        reference(data, session).ifPresent(other -> grid.add(finder(data, other), 4, row));
        String note = notes.getOrDefault(data.name(), "");
        if (note.isEmpty()) {
            return row + 1;
        }
        Label words = muted(note);
        words.setWrapText(true);
        words.setMaxWidth(WIDTH - 50);
        words.setMinHeight(Region.USE_PREF_SIZE);
        grid.add(words, 0, row + 1, 5, 1);
        return row + 2;
    }

    /// The first other data set with requests.
    private static Optional<Dataset> reference(Dataset data, Session session) {
        return Requests.of(data).isEmpty() ? Optional.empty()
                : session.open().stream().filter(each -> !each.name().equals(data.name()) && Requests.of(each).isPresent()).findFirst();
    }

    private Button finder(Dataset data, Dataset other) {
        Button find = Buttons.secondary("Find by correlation", () -> {});
        find.setOnAction(_ -> {
            find.setDisable(true);
            context.jobs().start("aligning " + data.name() + " with " + other.name(), work -> ClockOffset.find(other, data, MOST, work), found -> found(data, other, found));
        });
        return find;
    }

    private void found(Dataset data, Dataset other, Optional<ClockOffset> found) {
        long before = context.store().session().timeline().offsets().getOrDefault(data.name(), 0L);
        notes.put(data.name(), found.map(each -> "Agrees with " + other.name() + " at " + Shift.words(before + each.nanos()) + ", told to " + Numbers.duration(each.binNanos())
                + "; the peak stands " + Numbers.number(each.clear()) + " standard deviations clear"
                + (Double.isNaN(each.driftPpm()) ? "." : Math.abs(each.driftPpm()) < 1 ? ", and both run at the same speed." : ", and the clocks drift by " + Numbers.number(each.driftPpm()) + " ppm."))
                .orElse("Not clear: the rates of " + data.name() + " and " + other.name() + " do not agree at one offset alone, so nothing is moved."));
        found.ifPresent(each -> move(data, before + each.nanos()));
        rebuild();
    }

    private void typed(Dataset data, String text) {
        try {
            long nanos = text.isBlank() ? 0 : Shift.parse(text);
            notes.remove(data.name());
            move(data, nanos);
        } catch (IllegalArgumentException e) {
            notes.put(data.name(), String.valueOf(e.getMessage()));
            rebuild();
        }
    }

    private void move(Dataset data, long nanos) {
        context.store().update(now -> {
            Map<String, Long> offsets = new LinkedHashMap<>(now.timeline().offsets());
            boolean same = offsets.getOrDefault(data.name(), 0L) == nanos;
            offsets.put(data.name(), nanos);
            return same ? now : now.moving(offsets);
        });
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
