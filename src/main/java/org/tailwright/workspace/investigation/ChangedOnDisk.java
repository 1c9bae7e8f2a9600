package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.nio.file.Path;

/// Somebody else wrote the file since it was read; it was left as it is.
public final class ChangedOnDisk extends IOException {
    private static final long serialVersionUID = 1;

    public ChangedOnDisk(Path file) {
        super("another window or program changed " + file.getFileName() + " since it was opened here, so it was not overwritten; save under another name"
                + " (Save as), or open it again to see what changed");
    }
}
