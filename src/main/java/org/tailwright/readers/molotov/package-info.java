/// Molotov's events, one JSON object a line.
///
/// First to read: `MolotovLines`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.molotov;

import org.jspecify.annotations.NullMarked;
