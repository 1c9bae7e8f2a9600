package org.tailwright.ui.state;

import java.util.Optional;
import org.tailwright.catalog.report.Business;

/// What the report says besides the numbers.
///
/// @param title of the report; empty for one made from the files' names
/// @param business what a breach costs, where somebody said it
/// @param redacted whether names of hosts and people are replaced
public record Story(String title, Optional<Business> business, boolean redacted) {
    /// Nothing told.
    public static final Story NONE = new Story("", Optional.empty(), false);

    /// Under another title.
    public Story titled(String other) {
        return new Story(other, business, redacted);
    }

    /// With another business context.
    public Story costing(Optional<Business> other) {
        return new Story(title, other, redacted);
    }

    /// With names replaced or not.
    public Story redacting(boolean other) {
        return new Story(title, business, other);
    }
}
