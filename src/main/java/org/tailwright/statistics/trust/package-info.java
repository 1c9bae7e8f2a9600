/// How far a data set can be trusted: what its rows show about their own recording, and whether the load was what it claims to be.
///
/// First to read: `DataChecks` (one cheap scan of a data set, for the trust card) and `TrustAnalysis` (the load: Little's law, loop,
/// warm-up, backlog). May use: `data`, `work`, `charts`, `reports`, `analyses`, `statistics`.
@NullMarked
package org.tailwright.statistics.trust;

import org.jspecify.annotations.NullMarked;
