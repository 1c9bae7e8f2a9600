/// Coordinated omission: what a load generator that waited for slow answers has left out, and what could be said if its intended rate is known.
///
/// First to read: `Omission`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.statistics.omission;

import org.jspecify.annotations.NullMarked;
