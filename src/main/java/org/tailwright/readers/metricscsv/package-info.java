/// Series of metrics over time as delimited text, wide or long.
///
/// First to read: `MetricsText`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.metricscsv;

import org.jspecify.annotations.NullMarked;
