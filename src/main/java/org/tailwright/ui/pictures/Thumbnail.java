package org.tailwright.ui.pictures;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Scene;
import org.tailwright.charts.Svg;
import org.tailwright.charts.TextMeasure;
import org.tailwright.reports.ChartWords;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.charts.Png;
import org.tailwright.ui.charts.ScenePicture;
import org.tailwright.ui.document.Lately;
import org.tailwright.ui.theme.Theme;

/// A small picture of what a window shows: its largest chart, drawn anew in a small size so that it can be read, in both themes. A window without a chart
/// is pictured as it is.
public final class Thumbnail {
    /// Pixels; twice what the start page shows, for dense displays.
    private static final double WIDTH = 400;
    private static final double HEIGHT = 232;
    /// Pixels for each of the chart: its ticks are then 7 pixels high on the start page.
    private static final double SCALE = 1.3;
    /// The same for pictures that are full of words, which cannot be read so small anyway.
    private static final double DENSE = 0.5;

    private Thumbnail() {}

    /// As PNG, for the light and for the dark theme; nothing while the node has no size.
    public static Optional<Lately.Pictures> of(Parent root) {
        Optional<ChartPane> largest = charts(root).max(Comparator.comparingDouble(each -> each.getWidth() * each.getHeight())).filter(each -> each.picture().isPresent());
        try {
            return largest.isEmpty() ? whole(root).map(each -> new Lately.Pictures(each, each)) : Optional.of(of(largest.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Lately.Pictures of(ChartPane pane) throws IOException {
        double scale = pane.chart().isPresent() ? SCALE : DENSE;
        double width = WIDTH / scale - 2 * Svg.MARGIN;
        double height = HEIGHT / scale - 2 * Svg.MARGIN;
        Scene scene = pane.chart().map(each -> Layout.lay(ChartWords.silent(each), width, height, TextMeasure.bundled()))
                .orElseGet(() -> pane.picture(width, height).map(each -> Scene.of(width, height, each.marks(), "", "")).orElseThrow());
        return new Lately.Pictures(Png.bytes(ScenePicture.of(scene, Theme.LIGHT, scale)), Png.bytes(ScenePicture.of(scene, Theme.DARK, scale)));
    }

    private static Stream<ChartPane> charts(Node node) {
        return !node.isVisible() ? Stream.of() : node instanceof ChartPane chart ? Stream.of(chart)
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(Thumbnail::charts) : Stream.of();
    }

    private static Optional<byte[]> whole(Node node) throws IOException {
        double width = node.getLayoutBounds().getWidth();
        if (width < 1 || node.getScene() == null) {
            return Optional.empty();
        }
        SnapshotParameters small = new SnapshotParameters();
        small.setTransform(Transform.scale(WIDTH / width, WIDTH / width));
        return Optional.of(Png.bytes(node.snapshot(small, null)));
    }
}
