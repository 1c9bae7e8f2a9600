package org.tailwright.catalog.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailwright.data.Dataset;

/// What a report is written from.
///
/// @param datasets to report on, in order
/// @param files that were opened or refused, in order
/// @param business what a breach costs, where somebody said it
public record Material(List<Dataset> datasets, List<SourceFile> files, Optional<Business> business) {
    public Material {
        datasets = List.copyOf(datasets);
        files = List.copyOf(files);
    }

    /// Without a word about what a breach costs.
    public Material(List<Dataset> datasets, List<SourceFile> files) {
        this(datasets, files, Optional.empty());
    }

    /// The data sets of a class.
    public <D extends Dataset> Stream<D> all(Class<D> kind) {
        return datasets.stream().filter(kind::isInstance).map(kind::cast);
    }
}
