/// Charts as data: scales, ticks, downsampling and layout down to marks; no toolkit, no AWT.
///
/// First to read: [org.tailwright.charts.Chart] (what to draw), then [org.tailwright.charts.Layout] (chart to
/// [org.tailwright.charts.Scene]) and [org.tailwright.charts.Mark] (what a painter must know: a canvas and
/// [org.tailwright.charts.Svg] draw the same marks). [org.tailwright.charts.Numbers] writes every number a person reads,
/// [org.tailwright.charts.Palette] holds the colours. May use: `data`, `work`.
@NullMarked
package org.tailwright.charts;

import org.jspecify.annotations.NullMarked;
