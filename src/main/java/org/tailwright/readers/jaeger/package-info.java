/// Jaeger's traces in JSON: answers of the query API, what the UI downloads, and single traces.
///
/// First to read: `JaegerReader`. May use: `data`, `work`, `readers`, `readers.spans`.
@NullMarked
package org.tailwright.readers.jaeger;

import org.jspecify.annotations.NullMarked;
