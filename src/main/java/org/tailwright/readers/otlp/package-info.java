/// OpenTelemetry's OTLP traces in JSON: whole documents and JSON Lines as the collector's file exporter writes them.
///
/// First to read: `OtlpReader`. May use: `data`, `work`, `readers`, `readers.spans`.
@NullMarked
package org.tailwright.readers.otlp;

import org.jspecify.annotations.NullMarked;
