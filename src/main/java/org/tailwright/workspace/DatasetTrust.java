package org.tailwright.workspace;

import java.util.List;
import org.tailwright.data.Dataset;
import org.tailwright.data.Trust;
import org.tailwright.statistics.trust.Check;
import org.tailwright.statistics.trust.DataChecks;
import org.tailwright.work.Work;

/// The trust card of a data set: what reading it showed, and what its rows show.
///
/// @param name of the data set
/// @param reading rows read and skipped, what was assumed, what is in doubt
/// @param checks of the rows, those that matter first
public record DatasetTrust(String name, Trust reading, List<Check> checks) {
    public DatasetTrust {
        checks = List.copyOf(checks);
    }

    /// The card of a whole data set; two passes over its rows.
    public static DatasetTrust of(Dataset dataset, Work work) {
        return new DatasetTrust(dataset.name(), dataset.origin().trust(), DataChecks.of(dataset, work));
    }

    /// Checks of one level, in words.
    public List<String> words(Check.Level level) {
        return checks.stream().filter(each -> each.level() == level).map(Check::words).toList();
    }
}
