package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tailwright.GoldenFiles;

/// The marks of whole charts against kept texts; the pictures are written to `target/charts` for looking at.
class SampleChartsTest {
    private static final Path PICTURES = Path.of("target/charts");

    private static Map<String, Scene> scenes() {
        TextMeasure measure = TextMeasure.bundled();
        Map<String, Scene> scenes = new TreeMap<>();
        scenes.put("nines", Layout.lay(SampleCharts.nines(), 440, 380, measure));
        scenes.put("heat", Layout.lay(SampleCharts.heat(), 440, 380, measure));
        scenes.put("usl", Layout.lay(SampleCharts.usl(), 888, 490, measure));
        scenes.put("over-time", Layout.lay(SampleCharts.overTime(), 440, 300, measure));
        scenes.put("histogram", Layout.lay(SampleCharts.histogram(), 440, 260, measure));
        scenes.put("tornado", Layout.lay(SampleCharts.tornado(), 440, 240, measure));
        return scenes;
    }

    @Test
    void marksAreAsKept() {
        scenes().forEach((name, scene) -> GoldenFiles.check("charts/" + name, SceneText.of(scene)));
    }

    @Test
    void picturesCanBeWrittenForBothThemes() throws IOException {
        Files.createDirectories(PICTURES);
        for (Map.Entry<String, Scene> each : scenes().entrySet()) {
            for (Palette palette : Palette.values()) {
                String svg = Svg.file(each.getValue(), palette);
                assertTrue(svg.contains(palette.hex(Role.SURFACE)), each.getKey());
                Files.writeString(PICTURES.resolve(each.getKey() + "-" + palette.name().toLowerCase(Locale.ROOT) + ".svg"), svg);
            }
        }
    }
}
