/// Renders reports as nodes: every analysis shows in the window without code of its own.
///
/// First to read: `BlockRenderer`. May use: reports, ui.charts.
@NullMarked
package org.tailwright.ui.report;

import org.jspecify.annotations.NullMarked;
