/// Flight recordings of JDK 9 and later, of async-profiler and of other writers of the same format.
///
/// First to read: `JfrFile`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.jfr;

import org.jspecify.annotations.NullMarked;
