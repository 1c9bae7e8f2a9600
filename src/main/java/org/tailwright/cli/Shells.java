package org.tailwright.cli;

import java.nio.file.Path;
import java.util.List;

/// What the command line asks of the window's side, which it must not know.
public interface Shells {
    /// Opens the window with files or folders and returns when it is closed.
    ///
    /// @throws UnsupportedOperationException with a sentence when that is impossible
    void window(List<Path> files);

    /// What makes pictures of views.
    PictureMaker pictures();
}
