/// Metrics that AWS CloudWatch exports: metric streams, and answers of GetMetricData and GetMetricStatistics.
///
/// First to read: `CloudWatchJson`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.cloudwatch;

import org.jspecify.annotations.NullMarked;
