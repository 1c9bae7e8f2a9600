package org.tailwright.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.jobs.DirectJobs;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is shown is what was asked for, whether nodes stayed or not.
@ExtendWith(ApplicationExtension.class)
class KeptTest {
    private static final Dialogs NOWHERE = new Dialogs(() -> null, DirectJobs.of());

    private final VBox part = new VBox();
    private final StackPane place = new StackPane();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new VBox(part, place), 600, 400));
        stage.show();
    }

    private static List<Node> content(String number, String finding) {
        Block.Fact fact = new Block.Fact("p99", Figure.plain(number, 1, Unit.NONE, "method of " + number), "note of " + number, true);
        return List.of(Words.label(finding, "muted"), FactsPane.columns(List.of(fact)), Words.finding(new Block.Finding(Block.Tone.GOOD, finding, "Of **" + number + "**.")));
    }

    private static List<String> words(Parent parent) {
        List<String> words = new ArrayList<>();
        for (Node each : parent.getChildrenUnmodifiable()) {
            switch (each) {
                case Label label -> words.add(label.getText());
                case Text text -> words.add(text.getText());
                case Parent inner -> words.addAll(words(inner));
                default -> { }
            }
            words.add(String.valueOf(each.getAccessibleText()));
            words.add(each.getUserData() instanceof String hover ? hover : "");
        }
        return words;
    }

    @Test
    void onlyWordsChangeWhereNodesAreAlike(FxRobot robot) {
        robot.interact(() -> Kept.show(part, content("1\u00a0ms", "fast")));
        Node first = part.getChildren().get(1);
        robot.interact(() -> Kept.show(part, content("2\u00a0s", "slow")));
        assertSame(first, part.getChildren().get(1));
        assertEquals(words(new VBox(content("2\u00a0s", "slow").toArray(Node[]::new))), words(part));
    }

    @Test
    void otherNodesReplaceWhatWasShown(FxRobot robot) {
        Button one = new Button("Use");
        robot.interact(() -> Kept.show(part, List.of(new Label("a"), one)));
        Button other = new Button("Use");
        robot.interact(() -> Kept.show(part, List.of(new Label("a"), other)));
        assertSame(other, part.getChildren().get(1));
        robot.interact(() -> Kept.show(part, List.of(Words.label("a", "muted"))));
        Node muted = part.getChildren().getFirst();
        robot.interact(() -> Kept.show(part, List.of(Words.label("a", "heading"))));
        assertNotSame(muted, part.getChildren().getFirst());
        assertEquals(List.of("label", "heading"), part.getChildren().getFirst().getStyleClass());
    }

    @Test
    void aTableOfTheSameColumnsStaysAsItWasSorted(FxRobot robot) {
        robot.interact(() -> TablePane.show(place, table("W", 3, 1, 2), 8, NOWHERE));
        TableView<?> shown = (TableView<?>) place.getChildren().getFirst();
        robot.interact(() -> sorted(shown));
        robot.interact(() -> TablePane.show(place, table("W", 6, 5, 4), 8, NOWHERE));
        assertSame(shown, place.getChildren().getFirst());
        assertEquals(List.of("4", "5", "6"), shown.getItems().stream().map(row -> ((Block.Cell) ((List<?>) row).get(1)).text()).toList());
        robot.interact(() -> TablePane.show(place, table("W wait", 6, 5, 4), 8, NOWHERE));
        assertNotSame(shown, place.getChildren().getFirst());
    }

    private static <T> void sorted(TableView<T> table) {
        table.getSortOrder().add(table.getColumns().get(1));
    }

    private static Block.Table table(String heading, int... values) {
        return new Block.Table("t", "T", List.of(new Block.Column("name", false), new Block.Column(heading, true)),
                Arrays.stream(values).mapToObj(each -> List.of(Block.Cell.of("row"), Block.Cell.of(Integer.toString(each), each))).toList());
    }
}
