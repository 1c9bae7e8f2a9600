package org.tailwright.workspace;

import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.data.Shift;
import org.tailwright.readers.ReadResult;

/// Clocks of data sets set forward or back when they are opened.
public final class Offsets {
    private Offsets() {}

    /// What was opened, with times moved.
    ///
    /// @param nanos by name of a data set, or of a file for all its data sets
    /// @throws IllegalArgumentException with a sentence when a name fits nothing
    public static Opened apply(Opened opened, Map<String, Long> nanos) {
        for (String name : nanos.keySet()) {
            if (opened.datasets().stream().noneMatch(each -> fits(name, each))) {
                throw new IllegalArgumentException("there is no data set '" + name + "'; there are " + String.join(", ", opened.datasets().stream().map(Dataset::name).toList()));
            }
        }
        if (nanos.isEmpty()) {
            return opened;
        }
        List<OpenFile> files = opened.files().stream().map(each -> each instanceof OpenFile.Read read ? moved(read, nanos) : each).toList();
        return new Opened(files, opened.objectives());
    }

    private static OpenFile moved(OpenFile.Read read, Map<String, Long> nanos) {
        ReadResult result = read.result();
        List<Dataset> datasets = result.datasets().stream().map(data -> Shift.by(data,
                nanos.entrySet().stream().filter(each -> fits(each.getKey(), data)).mapToLong(Map.Entry::getValue).findFirst().orElse(0), 0)).toList();
        return new OpenFile.Read(read.path(), new ReadResult(result.format(), datasets, result.diagnostics(), result.problems(), result.skipped()));
    }

    private static boolean fits(String name, Dataset data) {
        return name.equals(data.name()) || data.origin().file().endsWith(name);
    }
}
