package org.tailwright.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.reports.Verdict;
import org.tailwright.ui.document.Document;
import org.tailwright.ui.document.Lately;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.Recovery;

/// The investigations that were worked on lately, as tiles with a picture and their verdict, and above them what was left unsaved.
final class Tiles extends VBox {
    private static final int SHOWN = 4;
    private static final double WIDTH = 203;
    private static final double HEIGHT = 118;

    private final Document document;

    Tiles(Document document) {
        super(14);
        this.document = document;
    }

    /// Shows what there is now.
    ///
    /// @param dark whether the page is dark
    void fill(List<Path> recent, boolean dark) {
        getChildren().clear();
        List<Recovery.Unsaved> unsaved = document.unsaved();
        unsaved.stream().limit(SHOWN).forEach(each -> getChildren().add(unsaved(each)));
        List<Path> saved = recent.stream().filter(Investigation::named).limit(SHOWN).toList();
        if (!saved.isEmpty()) {
            Label title = new Label("Investigations");
            title.getStyleClass().add("heading");
            HBox row = new HBox(16);
            saved.forEach(each -> row.getChildren().add(tile(each, dark)));
            getChildren().addAll(title, row);
        }
        boolean any = !getChildren().isEmpty();
        setVisible(any);
        setManaged(any);
    }

    private HBox unsaved(Recovery.Unsaved each) {
        String name = each.of().map(path -> "Changes to " + path.getFileName()).orElseGet(
                () -> "An investigation of " + String.join(", ", each.investigation().files().stream().map(DataFile::name).limit(3).toList()));
        Label words = new Label(name + (each.of().isPresent() ? " were" : " was") + " left unsaved");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, words, Buttons.primary("Go on", () -> document.recover(each)), Buttons.secondary("Discard", () -> {
            document.discard(each);
            setVisible(false);
            setManaged(false);
        }));
        row.getStyleClass().add("banner");
        return row;
    }

    private Button tile(Path file, boolean dark) {
        Lately.Known known = document.lately().of(file, dark);
        StackPane frame = new StackPane();
        frame.setPrefSize(WIDTH, HEIGHT);
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        frame.getStyleClass().add("drop-target");
        frame.setStyle("-fx-padding: 1px; -fx-border-style: solid;");
        known.picture().ifPresent(image -> {
            ImageView view = new ImageView(image);
            view.setPreserveRatio(true);
            view.setFitWidth(WIDTH - 4);
            view.setFitHeight(HEIGHT - 4);
            frame.getChildren().add(view);
        });
        String name = String.valueOf(file.getFileName()).replace(Investigation.ENDING, "");
        Label title = new Label(name);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMaxWidth(WIDTH);
        Label verdict = new Label(known.words().isEmpty() ? "saved" : known.words());
        verdict.getStyleClass().addAll("small", tone(known.level()));
        verdict.setMaxWidth(WIDTH);
        VBox inside = new VBox(4, frame, title, verdict);
        inside.setMaxWidth(WIDTH);
        Button tile = new Button();
        tile.getStyleClass().setAll("button", "bar-button");
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.setGraphic(inside);
        tile.setMinWidth(Region.USE_PREF_SIZE);
        tile.setStyle("-fx-padding: 0;");
        tile.setAccessibleText("Open the investigation " + name + ", " + known.words());
        tile.setTooltip(new Tooltip(file.toString()));
        tile.setOnAction(_ -> document.open(file));
        return tile;
    }

    private static String tone(Optional<Verdict.Level> level) {
        return level.map(each -> switch (each) {
            case BREACH, RISK -> "bad";
            case WATCH -> "watch";
            case CANNOT_TELL -> "muted";
            case HOLDS -> "good";
        }).orElse("muted");
    }
}
