package org.tailwright.ui.views.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is changed in the graph is changed in the text, and nothing else.
@ExtendWith(ApplicationExtension.class)
class NetworkPaneTest {
    private static final String TEXT = """
            stations:
              shop:
                servers: 32 # threads
                time: 5ms..40ms
                calls:
                  payment: {times: 0.3}
              payment: {servers: 20, time: 20ms..80ms}
            sources:
              visitors: {to: shop, rate: 150}
            """;

    private final List<String> changes = new ArrayList<>();
    private @Nullable NetworkPane pane;

    @Start
    void start(Stage stage) {
        NetworkPane made = new NetworkPane(changes::add);
        pane = made;
        stage.setScene(new Scene(new HBox(made, made.form()), 900, 600));
        stage.show();
        made.show(TEXT);
    }

    private NetworkPane pane() {
        NetworkPane made = pane;
        assertTrue(made != null);
        return made;
    }

    private static void fire(FxRobot robot, String name) {
        ToggleButton found = robot.lookup(node -> node instanceof ToggleButton button && button.getAccessibleText() != null && button.getAccessibleText().startsWith(name)).queryAs(ToggleButton.class);
        robot.interact(found::fire);
    }

    private static void type(FxRobot robot, String field, String value) {
        TextField found = robot.lookup(node -> node instanceof TextField each && field.equals(each.getAccessibleText())).queryAs(TextField.class);
        robot.interact(() -> {
            found.setText(value);
            found.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private static void press(FxRobot robot, String words) {
        Button found = robot.lookup(node -> node instanceof Button each && words.equals(each.getText())).queryAs(Button.class);
        robot.interact(found::fire);
    }

    /// What a complaint is about is marked in the graph and in the form, and no longer once it is mended.
    @Test
    void whatIsWrongIsMarked(FxRobot robot) {
        robot.interact(() -> pane().complain("line 7: 'servers' of station 'payment' needs a whole number, not many"));
        assertEquals(1, robot.lookup(".network-box:faulty").queryAll().size());
        fire(robot, "Station payment");
        assertEquals("Servers", robot.lookup(".wrong").queryAs(TextField.class).getAccessibleText());
        robot.interact(() -> pane().complain("line 6: 'times' of call 'payment' needs a number, not x"));
        assertEquals("Call of shop to payment", robot.lookup(".network-call:faulty").queryAs(ToggleButton.class).getAccessibleText());
        robot.interact(() -> pane().complain(null));
        assertTrue(robot.lookup(".wrong").queryAll().isEmpty() && robot.lookup(node -> node.getPseudoClassStates().toString().contains("faulty")).queryAll().isEmpty());
    }

    @Test
    void aFieldChangesItsLine(FxRobot robot) {
        fire(robot, "Station shop");
        type(robot, "Servers", "64");
        assertEquals(TEXT.replace("32 #", "64 #"), changes.getLast());
        robot.interact(() -> pane().show(changes.getLast()));
        fire(robot, "Call of shop to payment");
        type(robot, "Timeout", "200ms");
        assertTrue(changes.getLast().contains("payment: {timeout: 200ms, times: 0.3}"), changes.getLast());
        type(robot, "Calls a request", "");
        assertTrue(changes.getLast().contains("payment: {}"), changes.getLast());
    }

    @Test
    void aStationGoesWithTheCallsToIt(FxRobot robot) {
        fire(robot, "Station payment");
        press(robot, "Remove this station");
        assertFalse(changes.getLast().contains("payment"), changes.getLast());
        assertTrue(changes.getLast().contains("shop:\n    servers: 32 # threads"));
    }

    @Test
    void aNewStationCanBeCalled(FxRobot robot) {
        type(robot, "Name of a new station", "cache");
        String grown = changes.getLast();
        assertTrue(grown.contains("\n  cache: {time: 5ms..20ms, servers: 1}\n"), grown);
        robot.interact(() -> pane().show(grown));
        fire(robot, "Station cache, 1 server");
    }

    @Test
    void aTextThatIsNoYamlSaysWhere(FxRobot robot) {
        robot.interact(() -> pane().show("stations: [\n"));
        assertTrue(robot.lookup(node -> node instanceof javafx.scene.control.Label label && label.getText().startsWith("line ")).tryQuery().isPresent());
        robot.interact(() -> pane().show(TEXT));
        fire(robot, "Source visitors, 150 /s");
    }
}
