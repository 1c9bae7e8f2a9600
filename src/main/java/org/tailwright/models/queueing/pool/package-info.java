/// How large a pool of connections or threads must be, from arrivals and hold times.
///
/// First to read: `PoolSizes`. May use: `models.queueing`, its calibration, `statistics` and what it may use.
@NullMarked
package org.tailwright.models.queueing.pool;

import org.jspecify.annotations.NullMarked;
