/// Spans as trees: self time, critical path, waterfall, operations and the graph of services.
///
/// First to read: `SpanForest`. May use: `data`, `work`, `charts`, `reports`, `analyses`, `statistics`; never `models`, `simulation` or
/// `profiles`.
@NullMarked
package org.tailwright.traces;

import org.jspecify.annotations.NullMarked;
