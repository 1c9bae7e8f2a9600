/// Interval histograms: percentiles by tag, and over time.
///
/// First to read: `HistogramView`. May use: what all views use.
@NullMarked
package org.tailwright.ui.views.histograms;

import org.jspecify.annotations.NullMarked;
