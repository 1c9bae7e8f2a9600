package org.tailwright.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.tailwright.workspace.investigation.InvestigationFile;
import org.tailwright.workspace.investigation.Moved;

/// Opens saved investigations for commands.
final class SavedFiles {
    private SavedFiles() {}

    /// Reads one and looks for its files near it; what moved, changed or is missing is told.
    ///
    /// @throws Complaint when it cannot be read
    static Moved find(Path file, Console console) {
        try {
            InvestigationFile.Loaded loaded = InvestigationFile.read(file);
            Path home = file.toAbsolutePath().normalize().getParent();
            Moved moved = Moved.find(loaded.investigation(), home == null ? List.of() : List.of(home));
            loaded.remarks().forEach(each -> console.note(file + ": " + each));
            moved.remarks().forEach(console::note);
            return moved;
        } catch (NoSuchFileException e) {
            throw new Complaint(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new Complaint(file + ": " + e.getMessage(), e);
        }
    }
}
