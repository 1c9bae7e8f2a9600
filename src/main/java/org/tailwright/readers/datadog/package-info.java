/// Datadog's traces in JSON: lists of spans and lists of such lists as tracers send them and test agents record them, traces as the UI downloads
/// them, and answers of the spans API.
///
/// The operation is the resource (the route, the query), as in Datadog's own lists; the span's name stands in the column `operation`. Weights come
/// from the rates at which tracer, rules and agent kept traces.
///
/// First to read: `DatadogReader`. May use: `data`, `work`, `readers`, `readers.spans`.
@NullMarked
package org.tailwright.readers.datadog;

import org.jspecify.annotations.NullMarked;
