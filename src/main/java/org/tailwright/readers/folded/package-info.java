/// Folded stacks: a line for each stack, frames parted by semicolons, its weight at the end.
///
/// First to read: `FoldedStacks`. May use: `data`, `work`, `readers`, `readers.stacks`, `readers.text`.
@NullMarked
package org.tailwright.readers.folded;

import org.jspecify.annotations.NullMarked;
