package org.tailwright.workspace.investigation;

import java.time.ZoneId;
import java.util.Optional;
import org.tailwright.data.TimeSpan;

/// Where the person was and how it looked. Changing it makes no investigation unsaved.
///
/// @param visible part of the time axis that was shown; empty for everything
/// @param zone zone of all times shown
/// @param dark dark or light theme
/// @param inspector whether the right pane was open
public record Seen(Spot spot, Optional<TimeSpan> visible, ZoneId zone, boolean dark, boolean inspector) {
    /// The start page.
    public static Seen start(ZoneId zone) {
        return new Seen(Spot.START, Optional.empty(), zone, false, true);
    }
}
