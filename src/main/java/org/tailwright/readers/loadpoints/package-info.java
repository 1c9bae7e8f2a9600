/// Tables of load against throughput, as scalability studies keep them.
///
/// First to read: `LoadPointsText`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.loadpoints;

import org.jspecify.annotations.NullMarked;
