/// Modes: whether latency falls into several groups, where they lie, and which attribute values they consist of.
///
/// First to read: `Modes`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.statistics.modes;

import org.jspecify.annotations.NullMarked;
