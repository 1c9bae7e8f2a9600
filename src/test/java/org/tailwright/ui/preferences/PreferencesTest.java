package org.tailwright.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.charts.DurationUnit;
import org.tailwright.charts.NumberStyle;
import org.tailwright.charts.Writing;
import org.tailwright.statistics.Latency;
import org.tailwright.ui.MainWindow;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.commands.Command;
import org.tailwright.ui.commands.KeyLayout;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PreferencesTest {
    @TempDir
    static Path folder = Path.of("");

    private @Nullable MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage, Wiring.standard(), Session.empty(), Recent.in(folder.resolve("recent")), Platform::runLater, 1000, 700);
        stage.show();
    }

    @Test
    void whatIsChosenHoldsAtOnceAndAfterTheNextStart(FxRobot robot) throws IOException {
        MainWindow open = Objects.requireNonNull(window);
        robot.interact(() -> open.stage().requestFocus());
        robot.push(new javafx.scene.input.KeyCodeCombination(KeyCode.COMMA, javafx.scene.input.KeyCombination.SHORTCUT_DOWN));
        choose(robot, "Theme", Preferences.Appearance.DARK);
        choose(robot, "Time zone", ZoneId.of("Europe/Paris"));
        choose(robot, "Keyboard", KeyLayout.AZERTY);
        choose(robot, "Numbers", NumberStyle.SPACE_GROUPS);
        choose(robot, "Durations", Optional.of(DurationUnit.MILLISECONDS));
        type(robot, "Percentiles", "p75, 101");
        assertTrue(robot.lookup(".wrong-words").queryAllAs(Label.class).stream().anyMatch(each -> each.isManaged() && each.getText().startsWith("One to 12 percentiles")));
        assertEquals("", open.context().preferred().now().percentiles());
        type(robot, "Percentiles", "75, 99.9");
        type(robot, "Cache, GiB", "2");
        Session session = open.context().store().session();
        assertTrue(session.look().dark());
        assertEquals(ZoneId.of("Europe/Paris"), session.look().zone());
        assertEquals("75, 99.9", session.questions().typed(Latency.ANALYSIS.id()).get("percentiles"));
        assertEquals(List.of("Z"), open.shell().commands().stream().filter(each -> each.title().equals("Zoom in")).map(Command::keys).findFirst().orElseThrow());
        Preferences again = Preferred.in(Optional.of(folder.resolve("preferences.properties"))).now();
        assertEquals(new Preferences(Preferences.Appearance.DARK, ZoneId.of("Europe/Paris"), new Writing(NumberStyle.SPACE_GROUPS, Optional.of(DurationUnit.MILLISECONDS)),
                "75, 99.9", 2, KeyLayout.AZERTY), again);
        assertFalse(Files.exists(folder.resolve("preferences.properties.part")));
    }

    @Test
    void entriesThatMakeNoSenseCountAsNeverSaidAndUnknownOnesAreKept() throws IOException {
        Path file = folder.resolve("odd.properties");
        Files.writeString(file, "theme=purple\nzone=Mars/Base\npercentiles=0,50\ncache-gib=-3\nkeys=dvorak\nlater=kept\ndurations=min\n");
        Preferred preferred = Preferred.in(Optional.of(file));
        assertEquals(Preferences.USUAL.with(KeyLayout.DVORAK), preferred.now());
        preferred.set(preferred.now().cache(0));
        assertTrue(Files.readString(file).contains("later=kept"));
        assertEquals(0, Preferred.in(Optional.of(file)).now().cacheGib());
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(FxRobot robot, String name, T value) {
        ComboBox<T> box = robot.lookup(".combo-box").queryAllAs(ComboBox.class).stream().filter(each -> each.getAccessibleText() != null && each.getAccessibleText().startsWith(name + "."))
                .findFirst().orElseThrow();
        robot.interact(() -> box.setValue(value));
    }

    private static void type(FxRobot robot, String name, String text) {
        TextField field = robot.lookup(".text-field").queryAllAs(TextField.class).stream().filter(each -> each.getAccessibleText() != null && each.getAccessibleText().startsWith(name + "."))
                .findFirst().orElseThrow();
        robot.interact(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }
}
