package org.tailwright.ui.preferences;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tailwright.charts.DurationUnit;
import org.tailwright.charts.NumberStyle;
import org.tailwright.charts.Writing;
import org.tailwright.statistics.Latency;
import org.tailwright.ui.commands.KeyLayout;
import org.tailwright.ui.commands.Overlays;
import org.tailwright.ui.shell.Buttons;

/// The preferences as a form. A change holds at once, or from the next start on where that is said; what makes no sense stays in its field with
/// the reason below it.
public final class PreferencesSheet extends VBox {
    /// Units that somebody may want for all durations.
    static final List<DurationUnit> UNITS = List.of(DurationUnit.NANOSECONDS, DurationUnit.MICROSECONDS, DurationUnit.MILLISECONDS, DurationUnit.SECONDS);

    private static final double WIDTH = 560;
    private static final double CONTROL = 240;

    private final Preferred preferred;
    private final GridPane grid = new GridPane(16, 12);
    private int row;

    private PreferencesSheet(Preferred preferred, Runnable close) {
        super(16);
        this.preferred = preferred;
        setStyle("-fx-padding: 20px 24px;");
        Label title = new Label("Preferences");
        title.getStyleClass().add("section-title");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(140);
        grid.getColumnConstraints().add(names);
        fill();
        HBox foot = new HBox(8, Buttons.secondary("All as usual", this::reset), Buttons.primary("Done", close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, grid, foot);
    }

    /// Shows it.
    public static void show(Overlays overlays, Preferred preferred) {
        PreferencesSheet sheet = new PreferencesSheet(preferred, overlays::close);
        sheet.setPrefWidth(WIDTH);
        sheet.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane pane = new ScrollPane(sheet);
        // Wrapped lines are only as high as they turn out: the pane follows.
        sheet.heightProperty().subscribe(height -> pane.setPrefHeight(height.doubleValue() + 4));
        pane.setFitToWidth(true);
        pane.getStyleClass().add("overlay-sheet");
        pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        overlays.show(pane, Pos.CENTER);
        sheet.requestFocusTraversal(TraversalDirection.NEXT);
    }

    private void reset() {
        preferred.set(Preferences.USUAL);
        grid.getChildren().clear();
        row = 0;
        fill();
    }

    private void fill() {
        Preferences now = preferred.now();
        choice("Theme", "", List.of(Preferences.Appearance.values()), Preferences.Appearance::title, now.appearance(), chosen -> set(preferred.now().with(chosen)));
        choice("Time zone", "Of all times shown.", zones(now.zone()), PreferencesSheet::named, now.zone(), chosen -> set(preferred.now().with(chosen)));
        typed("Percentiles", "Of the key numbers, in percent. " + Latency.PERCENTILES.initial().replace(",", ", ") + " when left empty.", now.percentiles(), this::percentiles);
        choice("Keyboard", "Zoom and pan lie under the left hand: W, A, S, D, or the letters in their place.", List.of(KeyLayout.values()), KeyLayout::title, now.keys(), chosen -> set(preferred.now().with(chosen)));
        choice("Numbers", "From the next start on, in the window and in what it exports. The command line always writes 1,234.5.", List.of(NumberStyle.values()), NumberStyle::example, now.writing().style(),
                chosen -> set(preferred.now().with(new Writing(chosen, preferred.now().writing().unit()))));
        choice("Durations", "From the next start on. Two minutes and more are always in minutes, hours or days.",
                Stream.concat(Stream.of(Optional.<DurationUnit>empty()), UNITS.stream().map(Optional::of)).toList(), each -> each.map(DurationUnit::symbol).orElse("the unit that fits"),
                now.writing().unit(), chosen -> set(preferred.now().with(new Writing(preferred.now().writing().style(), chosen))));
        typed("Cache, GiB", "From the next start on: how much disk the columns of large files may take, so that they open at once again. 0 keeps none.",
                Integer.toString(now.cacheGib()), this::cache);
    }

    private void set(Preferences changed) {
        preferred.set(changed);
    }

    private String percentiles(String text) {
        try {
            boolean usual = text.isEmpty() || Latency.PERCENTILES.parser().apply(text).isEmpty();
            set(preferred.now().percentiles(usual ? "" : text));
            return "";
        } catch (IllegalArgumentException e) {
            return "One to 12 percentiles between 0 and 100, parted by commas: 50, 90, 99.9";
        }
    }

    private String cache(String text) {
        try {
            set(preferred.now().cache(Integer.parseInt(text)));
            return "";
        } catch (IllegalArgumentException e) {
            return "A whole number from 0 to " + Preferences.MOST_GIB;
        }
    }

    private <T> void choice(String name, String help, List<T> all, Function<T, String> title, T now, Consumer<T> changed) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setValue(now);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                return all.stream().filter(each -> title.apply(each).equals(text)).findFirst().orElse(now);
            }
        });
        box.valueProperty().subscribe((_, chosen) -> changed.accept(chosen));
        add(name, help, box, new Label());
    }

    /// @param changed takes what was typed, and gives the reason why it makes no sense, or nothing
    private void typed(String name, String help, String now, Function<String, String> changed) {
        TextField field = new TextField(now);
        Label complaint = new Label();
        complaint.getStyleClass().add("wrong-words");
        Runnable take = () -> {
            complaint.setText(changed.apply(field.getText().strip()));
            complaint.setManaged(!complaint.getText().isEmpty());
            field.getStyleClass().remove("wrong");
            if (complaint.isManaged()) {
                field.getStyleClass().add("wrong");
            }
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take.run();
            }
        });
        add(name, help, field, complaint);
    }

    private void add(String name, String help, Control control, Label complaint) {
        Label label = new Label(name);
        label.setLabelFor(control);
        GridPane.setValignment(label, VPos.TOP);
        label.setStyle("-fx-padding: 5px 0 0 0;");
        control.setPrefWidth(CONTROL);
        control.setMaxWidth(CONTROL);
        control.setAccessibleText(name + ". " + help);
        Label words = new Label(help);
        words.getStyleClass().addAll("muted", "small");
        complaint.setManaged(!complaint.getText().isEmpty());
        VBox part = new VBox(3, control);
        for (Label each : List.of(complaint, words)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
            each.setMaxWidth(WIDTH - 140 - 16 - 48);
            if (!help.isEmpty()) {
                part.getChildren().add(each);
            }
        }
        grid.addRow(row++, label, part);
    }

    private static List<ZoneId> zones(ZoneId now) {
        Stream<ZoneId> first = Stream.of(ZoneOffset.UTC, ZoneId.systemDefault(), now);
        Stream<ZoneId> all = ZoneId.getAvailableZoneIds().stream().filter(each -> each.contains("/") && !each.startsWith("Etc/") && !each.startsWith("SystemV/")).sorted().map(ZoneId::of);
        return Stream.concat(first, all).filter(each -> each.equals(ZoneOffset.UTC) || !named(each).equals("UTC")).distinct().toList();
    }

    private static String named(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) || List.of("UTC", "Etc/UTC", "Z").contains(zone.getId()) ? "UTC" : zone.equals(ZoneId.systemDefault()) ? zone.getId() + " (this computer)" : zone.getId();
    }
}
