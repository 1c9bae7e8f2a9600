/// Charts as data: scales, ticks, downsampling and layout down to marks; no toolkit.
///
/// First to read: `Chart`. May use: `data`, `work`.
@NullMarked
package org.tailwright.charts;

import org.jspecify.annotations.NullMarked;
