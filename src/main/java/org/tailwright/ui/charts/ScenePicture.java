package org.tailwright.ui.charts;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scene;
import org.tailwright.charts.Svg;
import org.tailwright.ui.theme.Theme;

/// Makes a picture of a laid-out chart that stands in no window. Called on the window's thread.
public final class ScenePicture {
    private ScenePicture() {}

    /// With an opaque background and a margin.
    ///
    /// @param scale pixels of the picture for one of the scene
    public static WritableImage of(Scene scene, Theme theme, double scale) {
        Canvas canvas = new Canvas(scene.width() + 2 * Svg.MARGIN, scene.height() + 2 * Svg.MARGIN);
        canvas.getGraphicsContext2D().translate(Svg.MARGIN, Svg.MARGIN);
        new Painter(canvas.getGraphicsContext2D(), theme, scale).paint(scene.marks());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(theme.colour(Role.SURFACE));
        parameters.setTransform(Transform.scale(scale, scale));
        return canvas.snapshot(parameters, null);
    }
}
