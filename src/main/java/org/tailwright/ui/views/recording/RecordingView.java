package org.tailwright.ui.views.recording;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.TextMeasure;
import org.tailwright.data.Dataset;
import org.tailwright.profiles.CallTree;
import org.tailwright.profiles.FlameLayout;
import org.tailwright.profiles.FlamePicture;
import org.tailwright.profiles.SampleKinds;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Spot;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// The pauses of a recording over time above the flame graph of its samples.
public final class RecordingView {
    /// The tab.
    public static final View VIEW =
            new View("recording", "Recording", View.any(Dataset.Kind.RECORDING), context -> new RecordingView(context).screen());

    private static final int LEVELS = 200;
    private static final double TYPING = 250;

    private final Context context;
    private final RecordingModel model;
    private final PauseStrip pauses;
    private final ChartPane chart;
    private final StackPane body = new StackPane();
    private final ScrollPane scroll;
    private final Panel flame;
    private final ComboBox<String> event = new ComboBox<>();
    private final CheckBox inverted = new CheckBox("Invert");
    private final TextField search = new TextField();
    private final ObjectProperty<Integer> root = new SimpleObjectProperty<>(CallTree.ROOT);
    private final Label empty = new Label();
    private boolean shown;

    private RecordingView(Context context) {
        this.context = context;
        model = new RecordingModel(context);
        pauses = new PauseStrip(context);
        chart = context.chart();
        scroll = new ScrollPane(chart);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        body.getChildren().addAll(scroll, empty);
        flame = new Panel("Flame graph", body).with(search, inverted, event);
    }

    private Screen screen() {
        VBox column = new VBox(pauses.node(), flame);
        VBox.setVgrow(flame, Priority.ALWAYS);
        controls();
        chart.onPick(this::zoom).onReset(() -> root.set(CallTree.ROOT)).readout(spot -> spot.title() == null ? "" : spot.title());
        model.latest().onAnswer(this::answered);
        model.latest().stateProperty().subscribe(state -> chart.setStale(state.stale()));
        root.subscribe(_ -> draw());
        Screen.whileShown(column, context.store().sessionProperty(), _ -> {
            shown = true;
            ask();
        });
        return Screen.of(column);
    }

    private void controls() {
        search.setPromptText("Find frames");
        search.setPrefColumnCount(16);
        search.setAccessibleText("Find frames in the flame graph");
        PauseTransition typed = new PauseTransition(Duration.millis(TYPING));
        typed.setOnFinished(_ -> draw());
        search.textProperty().subscribe(_ -> typed.playFromStart());
        search.setMinWidth(80);
        inverted.setMinWidth(Region.USE_PREF_SIZE);
        inverted.setAccessibleText("Innermost frames at the top");
        inverted.selectedProperty().subscribe(_ -> ask());
        event.setAccessibleText("Which samples");
        event.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String type) {
                return type == null ? "" : RecordingModel.words(type);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("samples are chosen from the list");
            }
        });
        event.valueProperty().subscribe(_ -> ask());
    }

    private void ask() {
        if (shown) {
            String type = event.getValue() == null ? "" : event.getValue();
            Optional<RecordingModel.Question> question = RecordingModel.question(context.store().session(), type, inverted.isSelected());
            model.latest().ask(question.orElse(null));
        }
    }

    private void answered(RecordingModel.Answer answer) {
        if (!event.getItems().equals(answer.events())) {
            event.getItems().setAll(answer.events());
        }
        if (!answer.events().isEmpty() && (event.getValue() == null || !answer.events().contains(event.getValue()))) {
            event.setValue(answer.event());
        }
        event.setVisible(!answer.events().isEmpty());
        // A profile without events of the JVM cannot have pauses: no empty chart for it.
        pauses.node().setVisible(answer.runtime());
        pauses.node().setManaged(answer.runtime());
        pauses.show(answer.pauses());
        if (root.get() == CallTree.ROOT) {
            draw();
        } else {
            root.set(CallTree.ROOT);
        }
    }

    private void zoom(Spot spot) {
        RecordingModel.Answer answer = model.latest().state().answer();
        if (answer != null) {
            hit(answer.tree(), spot).ifPresent(root::set);
        }
    }

    /// The node at a place of the picture.
    private Optional<Integer> hit(CallTree tree, Spot spot) {
        FlameLayout layout = layout(tree);
        int level = (int) (spot.py() / FlamePicture.ROW);
        double share = spot.px() / Math.max(1, chart.getWidth());
        return layout.boxes().stream().filter(box -> box.place().level() == level && share >= box.place().x()
                && share < box.place().x() + box.place().width()).map(FlameLayout.Box::node).findFirst();
    }

    private FlameLayout layout(CallTree tree) {
        return FlameLayout.of(tree, root.get(), 1 / Math.max(100, chart.getWidth()));
    }

    private void draw() {
        RecordingModel.Answer answer = model.latest().state().answer();
        if (answer == null) {
            return;
        }
        CallTree tree = answer.tree();
        boolean none = tree.total(CallTree.ROOT) == 0;
        scroll.setVisible(!none);
        empty.setText(none ? "No samples" + (answer.event().isEmpty() ? " in this recording." : " of this kind in the selected time window. "
                + "Clear the window's chip above, or choose other samples.") : "");
        int levels = FlamePicture.levels(FlameLayout.of(tree, root.get(), 0.0005), LEVELS);
        chart.setPrefHeight(Math.max(1, levels * FlamePicture.ROW));
        chart.setMinHeight(chart.getPrefHeight());
        chart.show((width, _) -> FlamePicture.of(layout(tree), tree, levels, search.getText(), width, TextMeasure.bundled()));
        flame.note(note(tree));
    }

    private String note(CallTree tree) {
        String samples = SampleKinds.words(tree.total(CallTree.ROOT), tree.unit());
        String found = search.getText().isBlank() ? "" : " · " + Numbers.percent(FlameLayout.share(tree, search.getText())) + " match";
        return samples + found + (root.get() == CallTree.ROOT ? " · click zooms" : " · double-click shows all");
    }

}
