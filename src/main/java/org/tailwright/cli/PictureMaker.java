package org.tailwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tailwright.charts.Scene;
import org.tailwright.workspace.investigation.Investigation;

/// Makes pictures of the window's views without a display.
public interface PictureMaker {
    /// What to show and how.
    ///
    /// @param view id of a view
    /// @param investigation files, selection, objectives and zone
    /// @param width pixels
    /// @param height pixels
    /// @param dark whether in the dark theme
    /// @param out PNG file to write
    record Wish(String view, Investigation investigation, int width, int height, boolean dark, Path out) {}

    /// Ids of the views.
    List<String> views();

    /// Writes a picture.
    ///
    /// @throws IllegalArgumentException with a sentence when there is no such view, or no data for it
    /// @throws IOException when the file cannot be written
    void make(Wish wish) throws IOException;

    /// Charts as PNG files with two pixels for each of the scene, in the light theme.
    ///
    /// @throws IOException when one cannot be painted
    List<byte[]> paint(List<Scene> scenes) throws IOException;
}
