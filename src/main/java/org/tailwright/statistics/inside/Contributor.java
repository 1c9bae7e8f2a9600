package org.tailwright.statistics.inside;

import java.util.List;
import org.tailwright.work.Work;

/// Looks for one kind of thing that may go with a selection.
@FunctionalInterface
interface Contributor {
    /// Something that was tested. All count when the probabilities are adjusted; only what matters is shown.
    ///
    /// @param matters whether the difference is large enough to be worth a line
    record Tested(Finding finding, boolean matters) {}

    /// Everything that was tested, whatever came of it.
    List<Tested> tested(Case question, Work work);
}
