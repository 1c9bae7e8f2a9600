/// Jaeger's traces in JSON: answers of the query API, what the UI downloads, single traces, spans as the storage holds them (one a line or as
/// hits of a search), and the protobuf form.
///
/// First to read: `JaegerReader`. May use: `data`, `work`, `readers`, `readers.spans`.
@NullMarked
package org.tailwright.readers.jaeger;

import org.jspecify.annotations.NullMarked;
