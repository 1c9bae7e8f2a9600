package org.tailwright.ui.shell;

import atlantafx.base.controls.Popover;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.readers.ReadResult;

/// What reading a data set showed: rows, skipped lines, span of time, what was assumed and what is doubtful.
public final class TrustCard {
    private static final double WIDTH = 330;
    private static final int LINES = 4;

    private TrustCard() {}

    /// How far a data set can be trusted: `good`, `watch` or `bad`.
    public static String level(Trust trust) {
        double lost = (double) trust.skipped() / Math.max(1, trust.read() + trust.skipped());
        return lost > 0.05 ? "bad" : trust.skipped() > 0 || !trust.doubts().isEmpty() ? "watch" : "good";
    }

    /// The level in words.
    public static String words(Trust trust) {
        return switch (level(trust)) {
            case "bad" -> "much of it could not be read";
            case "watch" -> "read, with doubts";
            default -> "read without doubts";
        };
    }

    /// Shows the card beside a node.
    public static void show(Node beside, Dataset data, Optional<ReadResult> facts, ZoneId zone) {
        Popover card = new Popover(content(data, facts, zone));
        card.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
        card.setHeaderAlwaysVisible(false);
        card.setDetachable(false);
        card.show(beside);
    }

    /// What the card holds.
    public static Node content(Dataset data, Optional<ReadResult> facts, ZoneId zone) {
        Trust trust = data.origin().trust();
        Label title = new Label(data.name());
        title.getStyleClass().add("heading");
        Label state = new Label(words(trust));
        state.getStyleClass().addAll("small", level(trust));
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
        list(card, "Assumed", trust.assumed());
        list(card, "Doubtful", doubts);
        facts.ifPresent(each -> list(card, "Lines", each.diagnostics().stream().limit(LINES).map(found -> found.words()).toList()));
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
            Label heading = new Label(title);
            heading.getStyleClass().addAll("small", "strong", "muted");
            card.getChildren().add(heading);
            sentences.stream().map(TrustCard::small).forEach(card.getChildren()::add);
        }
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
