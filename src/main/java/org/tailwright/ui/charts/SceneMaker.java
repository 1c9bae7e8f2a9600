package org.tailwright.ui.charts;

import org.tailwright.charts.Scene;

/// Makes the picture for a size: charts lay themselves out, flame graphs and maps bring their own.
@FunctionalInterface
public interface SceneMaker {
    /// @param width pixels, at least 1
    /// @param height pixels, at least 1
    Scene make(double width, double height);
}
