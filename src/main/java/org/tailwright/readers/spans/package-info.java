/// What the readers of traces share: columns of spans that grow in parts and are joined in file order, attributes as columns, sampling
/// weights, and the doubts that spans raise.
///
/// First to read: `SpanBlock`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.spans;

import org.jspecify.annotations.NullMarked;
