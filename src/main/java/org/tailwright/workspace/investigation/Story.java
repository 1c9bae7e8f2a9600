package org.tailwright.workspace.investigation;

import java.util.List;
import java.util.Optional;
import org.tailwright.catalog.report.Business;
import org.tailwright.data.Selection;

/// What the analyst adds to the numbers.
///
/// @param title of the report; empty for one made from the files' names
/// @param business what a breach costs, where somebody said it
/// @param redacted whether names of hosts and people are replaced in reports
/// @param marks moments that were marked, in order
/// @param named selections that were given a name
public record Story(String title, Optional<Business> business, boolean redacted, List<Mark> marks, List<Named> named) {
    /// Nothing told.
    public static final Story NONE = new Story("", Optional.empty(), false, List.of(), List.of());

    /// A marked moment, nanoseconds since the epoch.
    public record Mark(long time, String label) {}

    /// A selection under a name.
    public record Named(String name, Selection selection) {}

    /// Under another title.
    public Story titled(String other) {
        return new Story(other, business, redacted, marks, named);
    }

    public Story {
        marks = List.copyOf(marks);
        named = List.copyOf(named);
    }
}
