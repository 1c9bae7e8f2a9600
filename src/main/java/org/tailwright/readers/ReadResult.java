package org.tailwright.readers;

import java.util.List;
import org.tailwright.data.Dataset;

/// What a file held.
///
/// @param format as recognised
/// @param datasets in a fixed order; empty only when the file is valid and holds nothing
/// @param diagnostics the first problems
/// @param problems how many there were
/// @param skipped lines or records that were left out
public record ReadResult(String format, List<Dataset> datasets, List<Diagnostic> diagnostics, long problems, long skipped) {
    public ReadResult {
        datasets = List.copyOf(datasets);
        diagnostics = List.copyOf(diagnostics);
    }

    /// A result with what `diagnostics` collected.
    public static ReadResult of(String format, List<? extends Dataset> datasets, Diagnostics diagnostics, long skipped) {
        return new ReadResult(format, List.copyOf(datasets), diagnostics.first(), diagnostics.count(), skipped);
    }
}
