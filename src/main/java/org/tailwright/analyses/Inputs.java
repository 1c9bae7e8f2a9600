package org.tailwright.analyses;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;

/// What an analysis is asked about.
///
/// @param datasets the data sets, whole, in the order given
/// @param selection what of them counts
/// @param objectives what should hold
/// @param seed seed of every random stream
/// @param zone zone in which times are shown
public record Inputs(List<Dataset> datasets, Selection selection, List<Objective> objectives, long seed, ZoneId zone) {
    /// The seed where none is given.
    public static final long SEED = 42;

    public Inputs {
        datasets = List.copyOf(datasets);
        objectives = List.copyOf(objectives);
    }

    /// Everything of these data sets, with defaults.
    public static Inputs of(Dataset... datasets) {
        return new Inputs(List.of(datasets), Selection.ALL, List.of(), SEED, ZoneOffset.UTC);
    }

    /// The first data set of a class.
    public <D extends Dataset> Optional<D> first(Class<D> type) {
        return datasets.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// The first data set that is requests or spans, narrowed to the selection. Events of a recording are chosen by type before they get
    /// here (they are then requests).
    public Optional<Requests> requests() {
        return datasets.stream().flatMap(each -> Requests.of(each).stream()).findFirst().map(selection::of);
    }

    /// The same question about other data sets.
    public Inputs with(List<? extends Dataset> others) {
        return new Inputs(List.copyOf(others), selection, objectives, seed, zone);
    }

    /// The same question under another selection.
    public Inputs with(Selection other) {
        return new Inputs(datasets, other, objectives, seed, zone);
    }
}
