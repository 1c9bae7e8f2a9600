/// Models that explain a measurement by a few parameters: scalability laws, queues, objectives, capacity.
///
/// First to read: `ModelAnalyses`. May use: `statistics` and what it may use; never `simulation`, `traces` or `profiles`.
@NullMarked
package org.tailwright.models;

import org.jspecify.annotations.NullMarked;
