package org.tailwright.ui.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Scene;
import org.tailwright.reports.ChartFiles;
import org.tailwright.ui.charts.Png;
import org.tailwright.ui.charts.ScenePicture;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.theme.Theme;

/// Writes every chart of the report into a folder, as SVG and as PNG.
final class ChartExport {
    private final Jobs jobs;
    private final Path folder;
    private final Deque<Map.Entry<String, Scene>> left = new ArrayDeque<>();

    ChartExport(Jobs jobs, Path folder) {
        this.jobs = jobs;
        this.folder = folder;
    }

    /// Makes the report, then one chart after the other, so that the window goes on living between two.
    void write(Reporting reporting, Reporting.Question question) {
        jobs.start("writing the report", work -> ChartFiles.of(reporting.answer(question, work)), charts -> {
            left.addAll(charts.entrySet());
            next();
        });
    }

    private void next() {
        Map.Entry<String, Scene> chart = left.poll();
        if (chart != null) {
            var picture = ScenePicture.of(chart.getValue(), Theme.LIGHT, 2);
            jobs.start("writing " + chart.getKey(), _ -> {
                keep(chart.getKey() + ".svg", ChartFiles.svg(chart.getValue(), Palette.LIGHT).getBytes(StandardCharsets.UTF_8));
                keep(chart.getKey() + ".png", Png.bytes(picture));
                return folder;
            }, _ -> next());
        }
    }

    private void keep(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
