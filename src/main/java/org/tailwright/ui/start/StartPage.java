package org.tailwright.ui.start;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.tailwright.ui.Context;
import org.tailwright.ui.document.Document;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.shell.Icons;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.ui.views.Screen;

/// What the window shows before anything is open: recent files, opening, and the sample in one click.
public final class StartPage extends ScrollPane {
    private static final double WIDTH = 860;

    private final Context context;
    private final VBox recent = new VBox(6);
    private final Tiles tiles;

    /// @param open asks for files
    public StartPage(Context context, Document document, Runnable open) {
        this.context = context;
        this.tiles = new Tiles(document);
        getStyleClass().add("plain-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        HBox cards = new HBox(16, sample(), recents());
        cards.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        VBox page = new VBox(20, head(), tiles, drop(open), cards, kinds());
        page.setMaxWidth(WIDTH);
        VBox middle = new VBox(page);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.setPadding(new Insets(44, 32, 32, 32));
        setContent(middle);
        context.theme().when(Screen.shown(this)).subscribe(_ -> fill());
        Screen.shown(this).subscribe(shown -> {
            if (shown) {
                fill();
            }
        });
    }

    private static VBox head() {
        Label title = new Label("Tailwright");
        title.getStyleClass().add("page-title");
        Label words = new Label("From measurements to a model to a decision. Everything stays on this machine.");
        words.getStyleClass().add("muted");
        HBox row = new HBox(10, Icons.logo(), title);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(5, row, words);
    }

    private VBox drop(Runnable open) {
        Label title = new Label("Drop files or folders here");
        title.getStyleClass().add("section-title");
        Label words = new Label("Load-test results, traces, JFR recordings, metrics, histograms and load points of one investigation; the format is found from the content.");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMaxWidth(520);
        VBox box = new VBox(title, words, Buttons.primary("Open files…", open));
        box.getStyleClass().add("drop-target");
        return box;
    }

    private VBox sample() {
        Label title = new Label("Sample: checkout");
        title.getStyleClass().add("heading");
        Label words = new Label("A measured load test of a small shop with an incident inside: requests, traces, a JFR recording, metrics and histograms on one clock.");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(title, words);
        context.wiring().sample().ifPresentOrElse(
                path -> card.getChildren().add(Buttons.secondary("Open the sample", () -> context.library().open(List.of(path)))),
                () -> card.getChildren().add(missing()));
        return card(card);
    }

    private static Label missing() {
        Label label = new Label("The folder sample-datasets/checkout is not beside this program.");
        label.setWrapText(true);
        return label;
    }

    private VBox recents() {
        Label title = new Label("Recent");
        title.getStyleClass().add("heading");
        VBox card = new VBox(title, recent);
        return card(card);
    }

    private static VBox card(VBox card) {
        card.getStyleClass().add("card");
        card.setPrefWidth(WIDTH / 2);
        card.setMinWidth(0);
        return card;
    }

    private void fill() {
        List<Path> all = context.library().recent().paths();
        tiles.fill(all, context.store().session().look().dark());
        List<Path> paths = all.stream().filter(each -> !Investigation.named(each)).toList();
        recent.getChildren().setAll(paths.stream().map(this::link).toList());
        if (paths.isEmpty()) {
            Label none = new Label("Files that you open appear here.");
            none.getStyleClass().add("muted");
            recent.getChildren().add(none);
        }
    }

    private HBox link(Path path) {
        Hyperlink link = new Hyperlink(String.valueOf(path.getFileName()));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> context.library().open(List.of(path)));
        Label folder = new Label(String.valueOf(path.getParent()));
        folder.getStyleClass().addAll("muted", "small");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setTooltip(new Tooltip(path.toString()));
        HBox row = new HBox(8, link, folder);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Label kinds() {
        Label words = new Label("Ctrl+O opens files · Ctrl+Shift+P finds every command · ? lists the keys");
        words.getStyleClass().addAll("muted", "small");
        return words;
    }
}
