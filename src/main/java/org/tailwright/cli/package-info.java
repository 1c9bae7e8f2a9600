/// The command line: one class per command, exit codes, progress.
///
/// First to read: `Cli`. May use: everything but `ui`.
@NullMarked
package org.tailwright.cli;

import org.jspecify.annotations.NullMarked;
