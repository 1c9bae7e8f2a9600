/// Judges objectives against requests: holds, breach, or cannot tell.
///
/// First to read: `Objectives`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.statistics.objectives;

import org.jspecify.annotations.NullMarked;
