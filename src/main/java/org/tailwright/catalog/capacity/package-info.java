/// Capacity questions that join a simulation with what a model fitted to the data.
///
/// First to read: `CapacityAnalyses`. May use: `models`, `simulation` and everything below them.
@NullMarked
package org.tailwright.catalog.capacity;

import org.jspecify.annotations.NullMarked;
