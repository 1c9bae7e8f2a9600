package org.tailwright.catalog.report;

import java.util.List;
import java.util.stream.Stream;
import org.tailwright.data.Dataset;

/// What a report is written from.
///
/// @param datasets to report on, in order
/// @param files that were opened or refused, in order
public record Material(List<Dataset> datasets, List<SourceFile> files) {
    public Material {
        datasets = List.copyOf(datasets);
        files = List.copyOf(files);
    }

    /// The data sets of a class.
    public <D extends Dataset> Stream<D> all(Class<D> kind) {
        return datasets.stream().filter(kind::isInstance).map(kind::cast);
    }
}
