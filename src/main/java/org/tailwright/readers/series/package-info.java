/// What readers of metrics share: collecting series by name and labels, units by name, times written as numbers, and histograms of which only
/// bucket edges are known.
///
/// First to read: `SeriesTable`. May use: `data`, `readers`.
@NullMarked
package org.tailwright.readers.series;

import org.jspecify.annotations.NullMarked;
