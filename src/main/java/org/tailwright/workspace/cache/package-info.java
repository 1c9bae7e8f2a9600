/// Keeps the columns of large files beside the user's other caches, so that opening them again needs no reading: whole, checked, and never
/// trusted when damaged.
///
/// First to read: `ColumnCache`. May use: `data`, `readers`, `work`.
@NullMarked
package org.tailwright.workspace.cache;

import org.jspecify.annotations.NullMarked;
