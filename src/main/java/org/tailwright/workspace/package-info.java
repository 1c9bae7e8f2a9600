/// What an investigation holds: the door to files, the data sets it opened and what is asked of them.
///
/// First to read: `Opening`. May use: `readers`, `catalog` and everything below it.
@NullMarked
package org.tailwright.workspace;

import org.jspecify.annotations.NullMarked;
