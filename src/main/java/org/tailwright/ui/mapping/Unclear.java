package org.tailwright.ui.mapping;

import java.nio.file.Path;
import java.util.Optional;
import org.tailwright.readers.ReadOptions;

/// A file about whose columns somebody should be asked.
///
/// @param file to be read
/// @param why one sentence, shown in the dialog
/// @param refused whether nothing of the file is open yet, so that the sentence stands when nobody answers
/// @param said what was said before
public record Unclear(Path file, String why, boolean refused, Optional<ReadOptions> said) {}
