package org.tailwright.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tailwright.data.Dataset;
import org.tailwright.readers.ReadResult;

/// Gives data sets names that differ: equal ones get their folder's name in front, or a number behind.
final class UniqueNames {
    private UniqueNames() {}

    static List<OpenFile> of(List<OpenFile> files) {
        Map<String, Integer> uses = new HashMap<>();
        files.forEach(file -> datasets(file).forEach(each -> uses.merge(each.name(), 1, Integer::sum)));
        Set<String> taken = new HashSet<>();
        List<OpenFile> named = new ArrayList<>();
        for (OpenFile file : files) {
            if (file instanceof OpenFile.Read(Path path, ReadResult result)) {
                List<Dataset> renamed = result.datasets().stream()
                        .map(each -> named(each, free(wanted(each, path, uses), taken))).toList();
                named.add(new OpenFile.Read(path, new ReadResult(result.format(), renamed, result.diagnostics(), result.problems(), result.skipped())));
            } else {
                named.add(file);
            }
        }
        return named;
    }

    private static List<Dataset> datasets(OpenFile file) {
        return file instanceof OpenFile.Read read ? read.result().datasets() : List.of();
    }

    private static String wanted(Dataset dataset, Path path, Map<String, Integer> uses) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        boolean several = uses.getOrDefault(dataset.name(), 1) > 1;
        return several && folder != null && folder.getFileName() != null ? folder.getFileName() + "/" + dataset.name() : dataset.name();
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + " (" + i + ")";
        }
        return name;
    }

    private static Dataset named(Dataset dataset, String name) {
        if (dataset.name().equals(name)) {
            return dataset;
        }
        return dataset.from(dataset.origin().named(name));
    }
}
