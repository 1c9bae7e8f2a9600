package org.tailwright.ui.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tailwright.data.Dataset;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.readers.text.Layout;
import org.tailwright.work.Work;
import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.Opening;
import org.tailwright.workspace.cache.ColumnCache;

/// Opens files, those of a remembered shape as it was said; what was said stands on the trust card.
///
/// @param opened what came of the files
/// @param unclear files among those asked for about whose columns somebody should be asked
/// @param used what was said about columns of single files, by hand or as remembered
public record MappedOpening(Opened opened, List<Unclear> unclear, Map<Path, ReadOptions> used) {
    /// Opens files and folders.
    public static MappedOpening of(List<Path> paths, Mappings mappings, ColumnCache cache, Work work) {
        return of(paths, mappings, Map.of(), cache, work);
    }

    /// As the other one.
    ///
    /// @param byHand what was said about single files, which counts more than what is remembered
    public static MappedOpening of(List<Path> paths, Mappings mappings, Map<Path, ReadOptions> byHand, ColumnCache cache, Work work) {
        Map<Path, ReadOptions> used = new ConcurrentHashMap<>();
        Opened opened = Opening.open(paths, path -> {
            Optional<ReadOptions> said = Optional.ofNullable(byHand.get(path.toAbsolutePath().normalize()))
                    .or(() -> mappings.isEmpty() ? Optional.empty() : layout(path).flatMap(layout -> mappings.find(layout.shape())));
            said.ifPresent(options -> used.put(path, options));
            return said.orElse(ReadOptions.DEFAULT);
        }, cache, work);
        List<OpenFile> files = new ArrayList<>();
        List<Unclear> unclear = new ArrayList<>();
        for (OpenFile each : opened.files()) {
            ReadOptions said = used.get(each.path());
            files.add(said == null ? each : noted(each, "columns mapped as remembered: " + Choice.words(said)));
            unclear(each, paths, Optional.ofNullable(said)).ifPresent(unclear::add);
        }
        return new MappedOpening(new Opened(files, opened.objectives()), unclear, Map.copyOf(used));
    }

    /// Opens one file as it was said just now.
    public static Opened of(Path path, ReadOptions said, ColumnCache cache, Work work) {
        Opened opened = Opening.open(List.of(path), said, cache, work);
        return new Opened(opened.files().stream().map(each -> noted(each, "columns mapped by hand: " + Choice.words(said))).toList(), opened.objectives());
    }

    /// Nobody is asked about the files of a folder: they may be many, and each can be read again.
    private static Optional<Unclear> unclear(OpenFile file, List<Path> asked, Optional<ReadOptions> said) {
        if (!asked.contains(file.path())) {
            return Optional.empty();
        }
        return switch (file) {
            case OpenFile.Refused(Path path, String why, boolean mappable) -> mappable ? Optional.of(new Unclear(path, why.split("; ")[0], why, said)) : Optional.empty();
            case OpenFile.Read(Path path, ReadResult result) when said.isEmpty() && DelimitedText.wrote(result.format()) ->
                    layout(path).filter(layout -> !layout.named()).map(_ -> new Unclear(path,
                            "the file does not name its columns, and was read as " + result.format() + " for now", "", said));
            case OpenFile.Read _, OpenFile.Skipped _ -> Optional.empty();
        };
    }

    private static Optional<Layout> layout(Path path) {
        try (Source source = Source.of(path)) {
            return Layout.of(source);
        } catch (IOException e) {
            return Optional.empty(); // the error shows when the file is read
        }
    }

    private static OpenFile noted(OpenFile file, String note) {
        if (!(file instanceof OpenFile.Read(Path path, ReadResult result))) {
            return file;
        }
        List<Dataset> noted = result.datasets().stream().map(each -> noted(each, note)).toList();
        return new OpenFile.Read(path, new ReadResult(result.format(), noted, result.diagnostics(), result.problems(), result.skipped()));
    }

    private static Dataset noted(Dataset data, String note) {
        Trust trust = data.origin().trust();
        List<String> assumed = new ArrayList<>(List.of(note));
        assumed.addAll(trust.assumed());
        Origin origin = data.origin();
        return data.from(new Origin(origin.name(), origin.file(), origin.format(),
                new Trust(trust.read(), trust.skipped(), assumed, trust.doubts())));
    }
}
