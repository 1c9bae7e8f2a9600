package org.tailwright.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tailwright.readers.jfr.JoinedRecording;

/// Which files are read as one: recordings of one process, wherever they lie.
final class Together {
    private Together() {}

    /// By each file that is read together with others, all of them, the one first that was found first.
    static Map<Path, List<Path>> of(List<Folder.Found> found) {
        List<Path> recordings = found.stream().map(Folder.Found::path).filter(Together::named).distinct().toList();
        if (recordings.size() < 2) {
            return Map.of();
        }
        Map<JoinedRecording.Process, List<Path>> processes = new LinkedHashMap<>();
        recordings.forEach(each -> JoinedRecording.process(each).ifPresent(process -> processes.computeIfAbsent(process, _ -> new ArrayList<>()).add(each)));
        Map<Path, List<Path>> together = new LinkedHashMap<>();
        processes.values().stream().filter(each -> each.size() > 1).forEach(group -> group.forEach(each -> together.put(each, List.copyOf(group))));
        return together;
    }

    /// Only files that are called recordings are looked into: the others are opened once.
    private static boolean named(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".jfr") || name.endsWith(".jfr.gz");
    }
}
