/// What the readers of profiles share: a tree of stacks, frames told apart by text and kind, samples with weights, and the way to a
/// recording.
///
/// First to read: `Profile`. May use: `data`, `readers`.
@NullMarked
package org.tailwright.readers.stacks;

import org.jspecify.annotations.NullMarked;
