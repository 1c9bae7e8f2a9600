package org.tailwright.workspace.investigation;

/// A place in the window.
///
/// @param view id of the view
/// @param dataset name of the data set
/// @param part event type of a recording, or empty
/// @param analysis id of the analysis, or empty
public record Spot(String view, String dataset, String part, String analysis) {
    /// The start page.
    public static final Spot START = new Spot("start", "", "", "");
}
