/// The dialog in which somebody says what the columns of a delimited text mean, and the memory of what was said.
///
/// First to read: `Choice` (what is chosen), `MappingSheet` (the dialog), `Mappings` (the memory). May use: readers, workspace, ui.state, ui.jobs,
/// ui.commands, ui.shell.
@NullMarked
package org.tailwright.ui.mapping;

import org.jspecify.annotations.NullMarked;
