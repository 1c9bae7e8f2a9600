/// Progress, cancelling, threads and seeds for long work.
///
/// First to read: `Work`. May use: nothing of ours.
@NullMarked
package org.tailwright.work;

import org.jspecify.annotations.NullMarked;
