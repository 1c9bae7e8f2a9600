/// Gatling's simulation logs: tab-separated text up to 3.11, binary from 3.12 on.
///
/// First to read: `GatlingText`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.gatling;

import org.jspecify.annotations.NullMarked;
