package org.tailwright.workspace;

import java.util.List;
import java.util.stream.Stream;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;

/// What came of opening files and folders.
///
/// @param files in the order asked for, those of a folder by path
/// @param objectives from `objectives.yaml` files
public record Opened(List<OpenFile> files, List<Objective> objectives) {
    public Opened {
        files = List.copyOf(files);
        objectives = List.copyOf(objectives);
    }

    /// All data sets in order; their names are unique.
    public List<Dataset> datasets() {
        return read().flatMap(each -> each.result().datasets().stream()).toList();
    }

    /// The files that were read.
    public Stream<OpenFile.Read> read() {
        return of(OpenFile.Read.class);
    }

    /// The files that were asked for in vain.
    public List<OpenFile.Refused> refused() {
        return of(OpenFile.Refused.class).toList();
    }

    /// Files of folders that are no data.
    public List<OpenFile.Skipped> skipped() {
        return of(OpenFile.Skipped.class).toList();
    }

    private <F extends OpenFile> Stream<F> of(Class<F> kind) {
        return files.stream().filter(kind::isInstance).map(kind::cast);
    }
}
