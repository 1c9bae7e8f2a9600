package org.tailwright.cli;

import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.Opened;

/// Tells what could not be read.
final class Refusals {
    /// Said when folders hold no data.
    static final String NOTHING = "there is nothing to read in these folders";

    private Refusals() {}

    /// Says it on `err`, a line each.
    ///
    /// @return the exit code so far: 2 when a file was refused
    static int tell(Opened opened, Console console) {
        for (OpenFile.Refused each : opened.refused()) {
            console.note(each.path() + ": " + each.sentence());
        }
        return opened.refused().isEmpty() ? Exit.FINE : Exit.USAGE;
    }

    /// As [#tell], for commands that cannot do anything without data.
    static int tellAndNeedData(Opened opened, Console console) {
        int code = tell(opened, console);
        for (OpenFile.Skipped each : opened.skipped()) {
            if (each.why().startsWith("no format") || each.why().contains(";")) {
                console.note("skipped " + each.path() + ": " + each.why());
            }
        }
        if (opened.read().findAny().isEmpty()) {
            throw new Complaint(opened.refused().isEmpty() ? NOTHING : "none of the files could be read");
        }
        return code;
    }
}
