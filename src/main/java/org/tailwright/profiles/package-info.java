/// Stack samples and events of the JVM: call tree, flame graph, hot methods, pauses.
///
/// First to read: `CallTree`. May use: `data`, `work`, `charts`, `reports`, `analyses`, `statistics`; never `models`, `simulation` or
/// `traces`.
@NullMarked
package org.tailwright.profiles;

import org.jspecify.annotations.NullMarked;
