/// Scalability laws: the Universal Scalability Law (USL) and Amdahl's law fitted to load against throughput, load steps found in
/// requests, and the capacity number.
///
/// First to read: `Usl`, then `UslFits`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.models.scalability;

import org.jspecify.annotations.NullMarked;
