package org.tailwright.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Traces;

/// Keeps typing errors in filters from going unnoticed: a filter binds only data sets that have its column, so one that no data set has
/// would silently select everything.
final class FilterColumns {
    private static final int SHOWN = 20;

    private FilterColumns() {}

    /// @throws Complaint with the columns there are, when no data set has that of `filter`
    static void check(String option, Selection.Filter filter, List<Dataset> datasets) {
        TreeSet<String> known = datasets.stream().flatMap(FilterColumns::tables).flatMap(each -> each.columns().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (datasets.isEmpty() || known.contains(filter.column())) {
            return;
        }
        String there = known.stream().limit(SHOWN).collect(Collectors.joining(", "));
        throw new Complaint(option + ": no data set has a column '" + filter.column() + "'; "
                + (known.isEmpty() ? "there is none to filter by" : "there are " + there + (known.size() > SHOWN ? ", …" : "")));
    }

    private static Stream<Table> tables(Dataset dataset) {
        return switch (dataset) {
            case Requests requests -> Stream.of(requests.table());
            case Traces traces -> Stream.of(traces.table());
            case Recording recording -> recording.tables().values().stream();
            case Histograms _, Metrics _, LoadPoints _ -> Stream.empty();
        };
    }
}
