package org.tailwright.ui.charts;

import org.jspecify.annotations.Nullable;

/// A place that was pointed at.
///
/// @param x value on the x axis; NaN where there is no plot
/// @param y value on the y axis; NaN where there is no plot
/// @param title of the titled mark below the pointer, if any
/// @param px pixels from the left of the chart
/// @param py pixels from the top of the chart
public record Spot(double x, double y, @Nullable String title, double px, double py) {}
