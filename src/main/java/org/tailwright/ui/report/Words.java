package org.tailwright.ui.report;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tailwright.reports.Block;

/// Texts of reports as nodes; `**bold**` is the only markup.
public final class Words {
    private Words() {}

    /// A paragraph.
    public static TextFlow paragraph(String text) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("paragraph");
        flow.setMinHeight(Region.USE_PREF_SIZE);
        boolean bold = false;
        for (String piece : pieces(text)) {
            if (!piece.isEmpty()) {
                Text part = new Text(piece);
                part.getStyleClass().add("text");
                if (bold) {
                    part.getStyleClass().add("bold");
                }
                flow.getChildren().add(part);
            }
            bold = !bold;
        }
        return flow;
    }

    /// Words in one style, as many lines as they need.
    public static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A heading of a chart or table, with a muted note at its right.
    public static HBox heading(String title, String note) {
        Label words = new Label(title);
        words.getStyleClass().add("heading");
        Label more = new Label(note);
        more.getStyleClass().addAll("muted", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, words, gap, more);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    /// A conclusion with a coloured edge.
    public static VBox finding(Block.Finding finding) {
        VBox box = new VBox();
        box.getStyleClass().addAll("finding", tone(finding.tone()));
        box.getChildren().add(label(finding.title(), "strong"));
        if (!finding.text().isEmpty()) {
            box.getChildren().add(paragraph(finding.text()));
        }
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    /// What a view says when it has nothing to show: what is missing and what to do.
    public static VBox empty(String what, String todo) {
        Label title = new Label(what);
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        Label words = new Label(todo);
        words.setWrapText(true);
        words.setMaxWidth(440);
        words.setAlignment(Pos.CENTER);
        VBox box = new VBox(title, words);
        box.getStyleClass().add("empty");
        return box;
    }

    /// The style class of a tone.
    static String tone(Block.Tone tone) {
        return switch (tone) {
            case PLAIN -> "plain";
            case MUTED -> "muted";
            case GOOD -> "good";
            case WATCH -> "watch";
            case BAD -> "bad";
        };
    }

    /// Plain and bold pieces in turn, plain first.
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (true) {
            int mark = text.indexOf("**", from);
            if (mark < 0) {
                pieces.add(text.substring(from));
                return pieces;
            }
            pieces.add(text.substring(from, mark));
            from = mark + 2;
        }
    }
}
