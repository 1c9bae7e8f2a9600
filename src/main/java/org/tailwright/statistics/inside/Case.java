package org.tailwright.statistics.inside;

import java.util.List;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;

/// What contributors are asked about.
///
/// @param population the rows that were selected from
/// @param selection what was selected
/// @param other what it is compared with: the baseline, or what else the filters leave; rows of the selection are in neither
/// @param counts rows of each side
/// @param moments when the selection happened; empty when it is spread over all of the time
/// @param beside the other data sets
record Case(Population population, Selection selection, Selection other, Sides counts, Moments moments, List<Dataset> beside) {
    /// Rows inside, and rows of both sides together.
    record Sides(Counts inside, Counts both) {}

    Case {
        beside = List.copyOf(beside);
    }
}
