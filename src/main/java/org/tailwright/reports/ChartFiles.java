package org.tailwright.reports;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Scene;
import org.tailwright.charts.Svg;
import org.tailwright.charts.TextMeasure;

/// The charts of a report as files of their own, in the size in which they stand alone in a report.
public final class ChartFiles {
    private static final double WIDTH = 868;
    private static final double HEIGHT = 348;
    /// Beyond, file systems and people have trouble.
    private static final int LONGEST = 80;

    private ChartFiles() {}

    /// Charts by name without ending: id of the section and of the chart, as in `latency-percentiles`; a second one of the same name ends in `-2`. In
    /// reading order; the same report gives the same names and pictures.
    public static SequencedMap<String, Scene> of(Report report) {
        SequencedMap<String, Scene> files = new LinkedHashMap<>();
        for (Report.Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Picture picture) {
                    files.put(free(name(section.id(), picture.id()), files), scene(picture));
                }
            }
        }
        return files;
    }

    /// A chart as an SVG file with an opaque background.
    public static String svg(Scene scene, Palette palette) {
        return Phrase.straight(Svg.file(scene, palette));
    }

    private static Scene scene(Block.Picture picture) {
        return Layout.lay(picture.chart().described(picture.alternative()), WIDTH, HEIGHT, TextMeasure.bundled());
    }

    /// Small letters, digits and dashes, whatever the ids hold.
    private static String name(String section, String picture) {
        String id = picture.startsWith(section) ? picture : section + "-" + picture;
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "chart" : plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    private static String free(String name, SequencedMap<String, Scene> taken) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
