/// Queues and networks of queues: exact formulas, approximations with their limits, and the sizes that follow from them.
///
/// First to read: `QueueModels`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.models.queueing;

import org.jspecify.annotations.NullMarked;
