package org.tailwright.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailwright.catalog.report.Business;
import org.tailwright.catalog.report.Material;
import org.tailwright.catalog.report.SourceFile;
import org.tailwright.data.Dataset;
import org.tailwright.readers.Diagnostic;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Turns what was opened into what a report is written from.
public final class Materials {
    private static final int SHOWN = 5;

    private Materials() {}

    /// What was opened with hashes of the files.
    ///
    /// @param chosen the data sets to report on
    public static Material of(Opened opened, List<Dataset> chosen, Work work) {
        List<OpenFile> files = opened.files().stream().filter(each -> !(each instanceof OpenFile.Skipped)).toList();
        return new Material(chosen, Pool.map(files.size(), work, i -> source(files.get(i))));
    }

    /// As the other one, with what a breach costs.
    public static Material of(Opened opened, List<Dataset> chosen, Optional<Business> business, Work work) {
        Material bare = of(opened, chosen, work);
        return new Material(bare.datasets(), bare.files(), business);
    }

    private static SourceFile source(OpenFile file) {
        return switch (file) {
            case OpenFile.Read read -> new SourceFile(read.path(), read.result().format(), size(read.path()),
                    Hashes.sha256(read.path()).orElse("unknown"), read.result().problems(),
                    read.result().diagnostics().stream().limit(SHOWN).map(Diagnostic::words).toList());
            case OpenFile.Refused refused -> new SourceFile(refused.path(), "not read", size(refused.path()), "", 1, List.of(refused.sentence()));
            case OpenFile.Skipped skipped -> new SourceFile(skipped.path(), "skipped", size(skipped.path()), "", 0, List.of(skipped.why()));
        };
    }

    /// A file that was read, with its hash.
    public static SourceFile file(Path path, String format) {
        return new SourceFile(path, format, size(path), Hashes.sha256(path).orElse("unknown"), 0, List.of());
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // a file that vanished has no size; the report says that it was not read
        }
    }

    /// A title for a report on these files and folders: their names.
    public static String title(List<Path> files) {
        String names = files.stream().limit(3).map(Materials::name).collect(Collectors.joining(", "));
        return "Performance report: " + names + (files.size() > 3 ? " and " + (files.size() - 3) + " more" : "");
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
