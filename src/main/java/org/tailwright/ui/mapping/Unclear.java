package org.tailwright.ui.mapping;

import java.nio.file.Path;
import java.util.Optional;
import org.tailwright.readers.ReadOptions;

/// A file about whose columns somebody should be asked.
///
/// @param file to be read
/// @param why one sentence, shown in the dialog
/// @param refusal what stands when nobody answers; empty when the file is open in some way
/// @param said what was said before
public record Unclear(Path file, String why, String refusal, Optional<ReadOptions> said) {}
