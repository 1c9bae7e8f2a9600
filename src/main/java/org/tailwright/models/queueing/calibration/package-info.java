/// Queueing models calibrated from what was loaded: arrivals and demand of a station are estimated on some load steps, and theory is judged on
/// one that was held out.
///
/// First to read: `Calibration`, then `StationSteps`. May use: `models.queueing`, `models.scalability`, `statistics` and what it may use.
@NullMarked
package org.tailwright.models.queueing.calibration;

import org.jspecify.annotations.NullMarked;
