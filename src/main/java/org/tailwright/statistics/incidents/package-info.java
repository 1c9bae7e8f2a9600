/// Finds stretches of time in which requests were clearly slower or failed more often, and what else moved then.
///
/// First to read: `Incidents`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.statistics.incidents;

import org.jspecify.annotations.NullMarked;
