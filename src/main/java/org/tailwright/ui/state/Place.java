package org.tailwright.ui.state;

/// Where the user is: what ◀ and ▶ go through.
///
/// @param view id of the view ("start" for the start page)
/// @param dataset name of the selected data set; empty when none is open
/// @param part event type of a recording that stands for its durations; empty for the first
/// @param analysis id of the analysis that the Analyses view shows; empty for the first that fits
public record Place(String view, String dataset, String part, String analysis) {
    /// The start page.
    public static final Place START = new Place("start", "", "", "");

    /// The same data in another view.
    public Place in(String other) {
        return new Place(other, dataset, part, analysis);
    }

    /// The same view of another data set.
    public Place of(String name) {
        return new Place(view, name, "", analysis);
    }

    /// The same view of another part of the data set.
    public Place part(String other) {
        return new Place(view, dataset, other, analysis);
    }

    /// The Analyses view with one analysis.
    public Place asking(String id) {
        return new Place("analyses", dataset, part, id);
    }
}
