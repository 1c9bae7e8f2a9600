package org.tailwright.ui.shell;

import atlantafx.base.controls.Popover;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.readers.ReadResult;
import org.tailwright.statistics.trust.TrustResult;
import org.tailwright.ui.Library;
import org.tailwright.ui.state.Store;

/// What reading a data set showed: rows, skipped lines, span of time, what was assumed and what is doubtful.
public final class TrustCard {
    private static final double WIDTH = 380;
    private static final int LINES = 4;

    private TrustCard() {}

    /// How far a data set can be trusted: `good`, `watch` or `bad`.
    public static String level(Trust trust) {
        double lost = (double) trust.skipped() / Math.max(1, trust.read() + trust.skipped());
        return lost > 0.05 ? "bad" : trust.skipped() > 0 || !trust.doubts().isEmpty() ? "watch" : "good";
    }

    /// The level with what was found about the rows.
    public static String level(Trust trust, Optional<TrustResult> found) {
        String reading = level(trust);
        return reading.equals("good") && found.isPresent() && !found.get().doubts().isEmpty() ? "watch" : reading;
    }

    /// The level in words.
    public static String words(Trust trust, Optional<TrustResult> found) {
        return switch (level(trust, found)) {
            case "bad" -> "much of it could not be read";
            case "watch" -> "read, with doubts" + found.map(each -> each.doubts().size()).filter(n -> n > 0).map(n -> " (" + n + " from its rows)").orElse("");
            default -> "read without doubts";
        };
    }

    /// Shows the card beside a node; what is found about the rows appears when it is known.
    public static void show(Node beside, Dataset data, Library library, Store store) {
        ZoneId zone = store.session().look().zone();
        Popover card = new Popover();
        Runnable stop = library.trusting().follow(data.name(), () -> {
            Optional<TrustResult> found = library.trusting().of(data.name());
            card.setContentNode(scrolled(content(data, library.facts(data), found, store, zone), beside));
        });
        card.setOnHidden(_ -> stop.run());
        card.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
        card.setHeaderAlwaysVisible(false);
        card.setDetachable(false);
        card.show(beside);
    }

    /// Never higher than the window.
    private static Node scrolled(Region content, Node beside) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefWidth(WIDTH + 24);
        pane.setMaxHeight(beside.getScene() == null ? 600 : Math.max(200, beside.getScene().getHeight() - 80));
        return pane;
    }

    /// What the card holds.
    ///
    /// @param found about the rows; empty while it is being computed
    public static Region content(Dataset data, Optional<ReadResult> facts, Optional<TrustResult> found, Store store, ZoneId zone) {
        Trust trust = data.origin().trust();
        Label title = new Label(data.name());
        title.getStyleClass().add("heading");
        Label state = new Label(words(trust, found));
        state.getStyleClass().addAll("small", level(trust, found));
        GridPane grid = new GridPane(14, 4);
        row(grid, "format", data.origin().format());
        row(grid, "rows read", Numbers.count(trust.read()));
        row(grid, "rows skipped", Numbers.count(trust.skipped()));
        data.span().ifPresent(span -> {
            row(grid, "from", Numbers.timestamp(span.start(), zone) + " " + (zone.getId().equals("Z") ? "UTC" : zone.getId()));
            row(grid, "lasts", Numbers.duration(span.length()));
        });
        if (data instanceof Requests requests) {
            row(grid, "durations are", requests.meaning().duration().words());
        }
        VBox card = new VBox(title, state, grid);
        card.getStyleClass().add("trust");
        card.setPrefWidth(WIDTH);
        List<String> doubts = new ArrayList<>(trust.doubts());
        if (data instanceof Requests requests) {
            doubts.addAll(requests.meaning().caveats());
        }
        list(card, "Doubtful from reading", doubts);
        list(card, "Assumed", trust.assumed());
        heading(card, "Checks of the rows");
        card.getChildren().add(found.<Node>map(each -> new TrustChecks(each, store, WIDTH)).orElseGet(() -> small("checking…")));
        facts.ifPresent(each -> list(card, "Lines", each.diagnostics().stream().limit(LINES).map(line -> line.words()).toList()));
        facts.filter(each -> each.problems() > LINES).ifPresent(each -> card.getChildren().add(small("and " + Numbers.count(each.problems() - LINES) + " more")));
        return card;
    }

    private static void row(GridPane grid, String name, String value) {
        Label what = new Label(name);
        what.getStyleClass().add("muted");
        what.setMinWidth(Region.USE_PREF_SIZE);
        Label words = new Label(value);
        words.setWrapText(true);
        grid.addRow(grid.getRowCount(), what, words);
    }

    private static void list(VBox card, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            heading(card, title);
            sentences.stream().map(TrustCard::small).forEach(card.getChildren()::add);
        }
    }

    private static void heading(VBox card, String title) {
        Label heading = new Label(title);
        heading.getStyleClass().addAll("small", "strong", "muted");
        card.getChildren().add(heading);
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
