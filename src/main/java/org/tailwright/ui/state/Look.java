package org.tailwright.ui.state;

import java.time.ZoneId;

/// How things are shown.
///
/// @param dark dark or light theme
/// @param zone zone of all times shown
/// @param inspector whether the right pane is open
public record Look(boolean dark, ZoneId zone, boolean inspector) {
    /// In the other theme.
    public Look dark(boolean other) {
        return new Look(other, zone, inspector);
    }

    /// In another zone.
    public Look in(ZoneId other) {
        return new Look(dark, other, inspector);
    }

    /// With the right pane open or closed.
    public Look inspecting(boolean open) {
        return new Look(dark, zone, open);
    }
}
