/// OpenTelemetry metrics as OTLP JSON, and as protobuf, also in the forms of version 0.7 that CloudWatch's metric streams write.
///
/// First to read: `OtlpMetrics`. May use: `data`, `work`, `readers`, `readers.protobuf`, `readers.series`.
@NullMarked
package org.tailwright.readers.otlpmetrics;

import org.jspecify.annotations.NullMarked;
