/// What Prometheus and its exporters write: the text exposition and OpenMetrics, and answers of the query interface.
///
/// First to read: `PrometheusText`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.prometheus;

import org.jspecify.annotations.NullMarked;
