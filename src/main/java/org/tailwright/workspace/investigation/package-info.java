/// What a person works on, as a file that can be closed and opened again: its form, its safe keeping, and finding files that moved.
///
/// First to read: `Investigation` (the value), then `InvestigationFile` (the door to the disk). May use: all that `workspace` may.
@NullMarked
package org.tailwright.workspace.investigation;

import org.jspecify.annotations.NullMarked;
