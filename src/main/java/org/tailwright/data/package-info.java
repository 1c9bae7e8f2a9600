/// Columns, tables, units and the sealed family of data sets: what a file becomes.
///
/// First to read: `Dataset`. May use: nothing of ours.
@NullMarked
package org.tailwright.data;

import org.jspecify.annotations.NullMarked;
