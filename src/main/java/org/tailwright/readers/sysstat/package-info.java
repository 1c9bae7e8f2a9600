/// The tools of sysstat: sar, sadf, iostat, mpstat and pidstat, as text of any locale, as sadf's lines and as JSON.
///
/// First to read: `SysstatText`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.sysstat;

import org.jspecify.annotations.NullMarked;
