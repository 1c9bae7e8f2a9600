package org.tailwright.ui.charts;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.ui.theme.Theme;

/// A dense grid as one picture with a device pixel for each pixel of the screen: never a node or a path for each cell.
///
/// @param pixels blank cells are see-through
/// @param area where it belongs, in pixels of the scene
record CellsImage(Image pixels, Rectangle area) {
    /// @param scale device pixels per pixel
    static CellsImage of(Mark.Cells cells, Theme theme, double scale) {
        double left = low(cells.xEdges());
        double top = low(cells.yEdges());
        int width = Math.max(1, (int) Math.ceil((high(cells.xEdges()) - left) * scale));
        int height = Math.max(1, (int) Math.ceil((high(cells.yEdges()) - top) * scale));
        int[] pixels = new int[width * height];
        int[] colours = colours(theme);
        for (int row = 0; row < cells.rows(); row++) {
            int[] ys = range(cells.yEdges(), row, top, scale, height);
            for (int column = 0; column < cells.columns(); column++) {
                int step = cells.step(column, row);
                if (step >= 0) {
                    int[] xs = range(cells.xEdges(), column, left, scale, width);
                    for (int y = ys[0]; y < ys[1]; y++) {
                        Arrays.fill(pixels, y * width + xs[0], y * width + xs[1], colours[step]);
                    }
                }
            }
        }
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        return new CellsImage(new WritableImage(buffer), new Rectangle(left, top, width / scale, height / scale));
    }

    /// First and beyond-last device pixel of a cell: neighbours share no pixel and leave none out; at least one where there is room.
    private static int[] range(double[] edges, int index, double origin, double scale, int limit) {
        double one = (edges[index] - origin) * scale;
        double other = (edges[index + 1] - origin) * scale;
        int from = Math.clamp(Math.round(Math.min(one, other)), 0, limit);
        int to = Math.clamp(Math.round(Math.max(one, other)), 0, limit);
        return new int[] {from, to};
    }

    private static int[] colours(Theme theme) {
        int[] colours = new int[Role.HEAT_STEPS];
        for (int i = 0; i < colours.length; i++) {
            Color colour = theme.colour(Role.heat(i));
            colours[i] = 0xff << 24 | (int) Math.round(colour.getRed() * 255) << 16
                    | (int) Math.round(colour.getGreen() * 255) << 8 | (int) Math.round(colour.getBlue() * 255);
        }
        return colours;
    }

    private static double low(double[] edges) {
        return Math.min(edges[0], edges[edges.length - 1]);
    }

    private static double high(double[] edges) {
        return Math.max(edges[0], edges[edges.length - 1]);
    }
}
