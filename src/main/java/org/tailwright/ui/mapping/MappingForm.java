package org.tailwright.ui.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.text.Role;

/// The left side of the mapping dialog: what the file is read as, and which column has which role.
final class MappingForm extends VBox {
    private static final String NONE = "";
    private static final Map<String, String> TIMES = words("", "format found by itself", "s", "seconds", "ms", "milliseconds", "us", "microseconds",
            "ns", "nanoseconds", "day-first", "day before month", "month-first", "month before day");
    private static final Map<String, String> DURATIONS = words("", "unit judged by size", "ns", "nanoseconds", "us", "microseconds", "ms", "milliseconds",
            "s", "seconds", "min", "minutes");
    private static final Map<String, String> COUNTS = words("", "as its name says", "servers", "counts servers", "users", "counts users", "workers", "counts workers");

    private static final double LABELS = 92;

    private final MappingModel model;
    private final Label words = new Label();
    private final GridPane grid = new GridPane(10, 6);
    private final List<Runnable> refreshing = new ArrayList<>();

    MappingForm(MappingModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("mapping-form");
        words.getStyleClass().addAll("muted", "small");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(LABELS);
        names.setMaxWidth(LABELS);
        ColumnConstraints columns = new ColumnConstraints(100, 180, Double.MAX_VALUE, Priority.ALWAYS, null, true);
        ColumnConstraints units = new ColumnConstraints(150, 176, 176);
        grid.getColumnConstraints().addAll(names, columns, units);
        getChildren().addAll(kinds(), words, grid);
        model.choiceProperty().map(Choice::as).subscribe(this::rows);
        model.choiceProperty().map(Choice::layout).subscribe(this::lines);
        model.choiceProperty().subscribe(_ -> refreshing.forEach(Runnable::run));
    }

    /// The first box, where the keyboard begins.
    Node first() {
        return grid.getChildren().stream().filter(Pick.class::isInstance).findFirst().orElse(this);
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        for (ReadAs each : ReadAs.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.getStyleClass().setAll("toggle-button", "segment");
            button.setToggleGroup(group);
            button.setSelected(model.choice().as() == each);
            button.setAccessibleText("Read as " + each.title());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.choose(now -> now.as(each));
            });
            row.getChildren().add(button);
        }
        Label name = new Label("Read as");
        name.setMinWidth(LABELS);
        HBox line = new HBox(10, name, row);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Other columns to choose from; the keyboard stays at the box that brought them.
    private void lines() {
        boolean focused = grid.getChildren().stream().anyMatch(Node::isFocusWithin);
        rows(model.choice().as());
        if (focused) {
            first().requestFocus();
        }
    }

    private void rows(ReadAs as) {
        words.setText(as.words());
        grid.getChildren().clear();
        refreshing.clear();
        if (model.looked().turned().isPresent()) {
            row("First line", firstLine(), null);
        }
        switch (as) {
            case REQUESTS -> {
                row("Start", column(as, Role.START), unit(Role.START, TIMES));
                row("Times", marks(), zone());
                row("Duration", column(as, Role.DURATION), unit(Role.DURATION, DURATIONS));
                row("Label", column(as, Role.LABEL), null);
                row("Status", column(as, Role.STATUS), null);
                outcome();
            }
            case METRICS -> {
                row("Time", column(as, Role.START), unit(Role.START, TIMES));
                row("Zone", zone(), null);
                row("Value", column(as, Role.VALUE), null);
                row("Series name", column(as, Role.METRIC), null);
            }
            case LOADPOINTS -> {
                row("Load", column(as, Role.LOAD), unit(Role.LOAD, COUNTS));
                row("Throughput", column(as, Role.THROUGHPUT), note("in one second"));
                row("Latency (p99)", column(as, Role.LATENCY), unit(Role.LATENCY, DURATIONS));
            }
        }
        refreshing.forEach(Runnable::run);
    }

    private void row(String name, Control column, @Nullable Control unit) {
        Label label = new Label(name);
        label.setLabelFor(column);
        int at = grid.getRowCount();
        grid.add(label, 0, at);
        grid.add(column, 1, at, unit == null ? 2 : 1, 1);
        if (unit != null) {
            grid.add(unit, 2, at);
        }
    }

    private Pick firstLine() {
        Pick pick = new Pick("What the first line holds", List.of("names", "data"), value -> value.equals("names") ? "names the columns" : "is data", _ -> "",
                value -> model.choose(now -> now.over(model.looked().as(value.equals("names")))));
        refreshing.add(() -> pick.present(model.choice().layout().header() ? "names" : "data"));
        return pick;
    }

    private Pick column(ReadAs as, Role role) {
        Pick pick = columns(as.title(role), role == Role.VALUE ? "every column of numbers" : as.needed().contains(role) ? "choose a column" : "none",
                column -> model.choose(now -> now.column(role, column)));
        refreshing.add(() -> pick.present(model.choice().columns().getOrDefault(role, NONE)));
        return pick;
    }

    private Pick columns(String name, String none, Consumer<String> chosen) {
        List<String> values = new ArrayList<>(List.of(NONE));
        values.addAll(model.choice().layout().names());
        return new Pick("Column for " + name, values, value -> value.isEmpty() ? none : value, this::sample, chosen);
    }

    private String sample(String column) {
        String sample = model.choice().layout().sample(column);
        return sample.length() > 28 ? sample.substring(0, 27) + "…" : sample;
    }

    private Pick unit(Role role, Map<String, String> units) {
        Pick pick = new Pick("Unit of " + role.id(), List.copyOf(units.keySet()), value -> units.getOrDefault(value, value), _ -> "",
                unit -> model.choose(now -> now.unit(role, unit)));
        refreshing.add(() -> {
            pick.present(model.choice().units().getOrDefault(role, NONE));
            pick.setDisable(!model.choice().columns().containsKey(role));
        });
        return pick;
    }

    /// One column says how a request ended, and a box what yes means in it.
    private void outcome() {
        Pick column = columns("Outcome", "none", chosen -> model.choose(now -> {
            Role role = now.columns().containsKey(Role.SUCCESS) ? Role.SUCCESS : Role.FAILED;
            return now.column(Role.SUCCESS, NONE).column(Role.FAILED, NONE).column(role, chosen);
        }));
        Pick means = new Pick("What yes means in the column of outcomes", List.of(Role.FAILED.id(), Role.SUCCESS.id()),
                value -> value.equals(Role.FAILED.id()) ? "yes means failed" : "yes means succeeded", _ -> "", value -> model.choose(now -> {
            String chosen = now.columns().getOrDefault(Role.FAILED, now.columns().getOrDefault(Role.SUCCESS, NONE));
            return now.column(Role.SUCCESS, NONE).column(Role.FAILED, NONE).column(Role.of(value).orElseThrow(), chosen);
        }));
        refreshing.add(() -> {
            Map<Role, String> columns = model.choice().columns();
            column.present(columns.getOrDefault(Role.FAILED, columns.getOrDefault(Role.SUCCESS, NONE)));
            means.present(columns.containsKey(Role.SUCCESS) ? Role.SUCCESS.id() : Role.FAILED.id());
            means.setDisable(!columns.containsKey(Role.FAILED) && !columns.containsKey(Role.SUCCESS));
        });
        row("Outcome", column, means);
    }

    private Pick marks() {
        Pick pick = new Pick("What the times mark", List.of("start", "end"), value -> "mark the " + value, _ -> "",
                value -> model.choose(now -> now.end(value.equals("end"))));
        refreshing.add(() -> pick.present(model.choice().end() ? "end" : "start"));
        return pick;
    }

    private Pick zone() {
        Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds().stream().filter(each -> each.indexOf('/') > 0 && !each.startsWith("Etc/")
                && !each.startsWith("SystemV/")).toList());
        List<String> all = new ArrayList<>(List.of("UTC", ZoneId.systemDefault().getId()));
        all.addAll(zones);
        Pick pick = new Pick("Zone of times that name none", all.stream().filter(each -> !each.equals("Z")).distinct().toList(), Function.identity(), _ -> "",
                value -> model.choose(now -> now.zone(value)));
        pick.setEditable(true);
        refreshing.add(() -> pick.present(model.choice().zone()));
        return pick;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().addAll("muted", "small");
        return note;
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words;
    }
}
