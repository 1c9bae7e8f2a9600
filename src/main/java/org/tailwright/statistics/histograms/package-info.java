/// Interval histograms, such as the logs of HdrHistogram: percentiles by tag with what their intervals of time tell about their scatter, and over time.
///
/// First to read: `HistogramAnalysis`. May use: `statistics`, `statistics.omission` and what they may use.
@NullMarked
package org.tailwright.statistics.histograms;

import org.jspecify.annotations.NullMarked;
