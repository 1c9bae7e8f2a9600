package org.tailwright.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.TextMeasure;
import org.tailwright.data.Selection;
import org.tailwright.ui.Wiring;
import org.tailwright.workspace.investigation.Investigation;

class PicturesTest {
    @TempDir
    Path folder = Path.of("");

    private final Pictures pictures = new Pictures(Wiring.standard());

    @Test
    void aPictureHasTheSizeAndThemeAskedFor() throws IOException {
        Path out = folder.resolve("start.png");
        pictures.make("start", files(), 900, 620, true, out);
        BufferedImage image = ImageIO.read(out.toFile());
        assertEquals(900, image.getWidth());
        assertEquals(620, image.getHeight());
        assertEquals(0x0d1117, image.getRGB(20, 500) & 0xffffff, "the dark surface");
        assertTrue(colours(image) > 30, "there is something on it");
    }

    @Test
    void aViewNeedsDataThatFits() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> pictures.make("nothing", files(), 900, 620, false, folder.resolve("a.png")));
        IllegalArgumentException none = assertThrows(IllegalArgumentException.class,
                () -> pictures.make("report", files(), 900, 620, false, folder.resolve("b.png")));
        assertEquals("no data was found", none.getMessage());
        Path file = Files.writeString(folder.resolve("points.csv"), "N,X\n1,20\n2,38\n4,71\n8,120\n16,170\n32,190\n");
        pictures.make("report", files(file), 900, 620, false, folder.resolve("c.png"));
        assertTrue(Files.size(folder.resolve("c.png")) > 10_000);
    }

    @Test
    void aChartIsPaintedInTwoPixelsForOne() throws IOException {
        Chart chart = Chart.of("Latency", "n 3", Axis.linear("load", 0, 3, Quantity.COUNT), Axis.linear("latency", 0, 9, Quantity.PLAIN),
                Layer.Line.of(new double[] {0, 1, 2}, new double[] {1, 4, 9}, Role.SERIES_1, "p99"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(pictures.paint(List.of(Layout.lay(chart, 400, 200, TextMeasure.bundled()))).getFirst()));
        assertEquals(864, image.getWidth());
        assertEquals(464, image.getHeight());
        assertEquals(0xffffff, image.getRGB(863, 0) & 0xffffff, "the light surface");
        assertTrue(colours(image) > 30, "there is something on it");
    }

    private static Investigation files(Path... files) {
        return Investigation.of(List.of(files), Selection.ALL, List.of(), ZoneOffset.UTC);
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
