package org.tailwright.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tailwright.work.Work;
import org.tailwright.workspace.Hashes;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;

/// Sizes and hashes of the files of an investigation; a file that did not change since is not hashed again.
final class Fingerprints {
    private record Known(long bytes, long modified, String sha256) {}

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    Investigation of(Investigation investigation, Work work) {
        List<DataFile> files = investigation.files().stream().map(each -> {
            work.check();
            return fingerprinted(each);
        }).toList();
        return investigation.with(files);
    }

    private DataFile fingerprinted(DataFile file) {
        try {
            if (!Files.isRegularFile(file.path())) {
                return file;
            }
            long bytes = Files.size(file.path());
            long modified = Files.getLastModifiedTime(file.path()).toMillis();
            Known before = known.get(file.path());
            if (before == null || before.bytes() != bytes || before.modified() != modified) {
                before = new Known(bytes, modified, Hashes.sha256(file.path()).orElse(""));
                known.put(file.path(), before);
            }
            return new DataFile(file.path(), before.sha256(), bytes, file.mapping(), file.units());
        } catch (IOException e) {
            return file; // a file that is gone is saved by its path alone
        }
    }
}
