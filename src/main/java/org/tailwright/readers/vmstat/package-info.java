/// Counters of a host as vmstat, dstat and the kernel's disk statistics print them.
///
/// First to read: `VmstatText`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.vmstat;

import org.jspecify.annotations.NullMarked;
