package org.tailwright.workspace.investigation;

import java.util.Map;
import org.tailwright.data.Selection;

/// Something that was added to the report: the answer of an analysis, or a note when the analysis is called `note` and `typed` holds its `text`.
///
/// @param spot where it was asked
/// @param typed parameters that differ from the defaults
/// @param selection what of the data it speaks about
public record Pin(String analysis, Spot spot, Map<String, String> typed, Selection selection) {
    public Pin {
        typed = Map.copyOf(typed);
    }
}
