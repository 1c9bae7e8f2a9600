/// OpenTelemetry metrics as OTLP JSON.
///
/// First to read: `OtlpMetrics`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.otlpmetrics;

import org.jspecify.annotations.NullMarked;
