package org.tailwright.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.Analyses;
import org.tailwright.ui.report.Reporting;
import org.tailwright.workspace.cache.ColumnCache;

/// What the layers below give to a window.
///
/// @param analyses all analyses
/// @param reporting makes the report
/// @param sample the folder of the sample investigation, where it is found
/// @param cache what reading large files gave before
public record Wiring(List<Analysis<?, ?>> analyses, Reporting reporting, Optional<Path> sample, ColumnCache cache) {
    /// System property with the folder that the program lives in.
    public static final String HOME = "tailwright.home";

    public Wiring {
        analyses = List.copyOf(analyses);
    }

    /// Everything that this program has.
    public static Wiring standard() {
        return of(ColumnCache.ofUser());
    }

    /// The same with another size of the cache, GiB.
    public static Wiring standard(int cacheGib) {
        return of(ColumnCache.ofUser((long) cacheGib << 30));
    }

    private static Wiring of(ColumnCache cache) {
        return new Wiring(Analyses.ALL, new SessionReport(), findSample(), cache);
    }

    /// The sample investigation beside the program, or below the working directory.
    public static Optional<Path> findSample() {
        Path home = Path.of(System.getProperty(HOME, ""));
        return List.of(home, home.resolve("..")).stream()
                .map(each -> each.resolve("sample-datasets").resolve("checkout").toAbsolutePath().normalize())
                .filter(Files::isDirectory).findFirst();
    }
}
