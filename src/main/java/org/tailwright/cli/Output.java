package org.tailwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SequencedMap;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Scene;
import org.tailwright.reports.ChartFiles;
import org.tailwright.reports.Report;

/// Writes files that were asked for.
final class Output {
    private Output() {}

    /// @throws Complaint when the disk refuses
    static void write(Path path, byte[] bytes) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new Complaint(path + " cannot be written: there is no folder " + folder);
            }
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new Complaint(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /// Writes every chart of a report into a folder, which is made where it is not there yet.
    ///
    /// @throws Complaint when the disk refuses
    static void charts(Path folder, Report report, PictureMaker maker) {
        try {
            Files.createDirectories(folder);
            SequencedMap<String, Scene> scenes = ChartFiles.of(report);
            for (var each : scenes.entrySet()) {
                write(folder.resolve(each.getKey() + ".svg"), ChartFiles.svg(each.getValue(), Palette.LIGHT).getBytes(StandardCharsets.UTF_8));
            }
            List<byte[]> painted = maker.paint(List.copyOf(scenes.values()));
            List<String> names = List.copyOf(scenes.keySet());
            for (int i = 0; i < names.size(); i++) {
                write(folder.resolve(names.get(i) + ".png"), painted.get(i));
            }
        } catch (IOException e) {
            throw new Complaint(folder + " cannot hold charts: " + e.getMessage(), e);
        }
    }
}
