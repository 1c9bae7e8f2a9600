/// OpenTelemetry's traces in protobuf: one message (`TracesData`, `ExportTraceServiceRequest`, Tempo's `Trace`), or a stream of them, each
/// behind its length in four bytes, big end first, as the collector's file exporter writes them, or behind its length as a varint.
///
/// A damaged span costs only itself.
///
/// First to read: `OtlpProtoReader`. May use: `data`, `work`, `readers`, `readers.protobuf`, `readers.spans`.
@NullMarked
package org.tailwright.readers.otlpproto;

import org.jspecify.annotations.NullMarked;
