package org.tailwright.ui.views.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tailwright.ui.Context;
import org.tailwright.ui.views.Desks;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Nothing is searched before somebody asks; then the answer stands where the button stood, and a changed scenario brings the button back.
@ExtendWith(ApplicationExtension.class)
class CheapestPaneTest {
    private static final String SCENARIO = """
            duration: 20s
            warmup: 2s
            objective: p99<70ms
            stations: {desk: {servers: 1, time: exponential(10ms)}}
            sources: {people: {to: desk, rate: 50}}
            optimise: {probability: 80%, runs: 4, confirm: 40, change: {stations: {desk: {servers: {from: 1, to: 4, price: 7}}}}}
            """;

    private @Nullable Context context;

    @Start
    void start(Stage stage) {
        Context made = Desks.of(Desks.loadPoints("points"));
        context = made;
        assertThat(new DrillModel(made).take(SCENARIO)).isNull();
        stage.setScene(new Scene(new CheapestPane(made), 900, 700));
        stage.show();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled || node instanceof Text).queryAll().stream()
                .map(node -> String.valueOf(node instanceof Labeled labeled ? labeled.getText() : ((Text) node).getText())).toList();
    }

    private static @Nullable Button search(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Button button && "Search".equals(button.getText()) && button.isVisible()).tryQueryAs(Button.class).orElse(null);
    }

    @Test
    void theButtonSearches(FxRobot robot) {
        Button button = Objects.requireNonNull(search(robot));
        robot.interact(button::fire);
        assertThat(String.join("\n", words(robot))).contains("Cheapest that holds in 80", "desk servers 2");
        robot.interact(() -> new DrillModel(Objects.requireNonNull(context)).take(SCENARIO.replace("70ms", "80ms")));
        assertThat(search(robot)).isNotNull();
        assertThat(String.join("\n", words(robot))).doesNotContain("Cheapest that holds in 80");
    }
}
