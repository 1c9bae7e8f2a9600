package org.tailwright.ui.state;

import org.tailwright.data.Selection;

/// A selection under a name. As text it is written with the options of the command line ([org.tailwright.data.SelectionText]).
///
/// @param name not blank
public record Saved(String name, Selection selection) {
    public Saved {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a saved selection needs a name");
        }
    }
}
