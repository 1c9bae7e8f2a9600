package org.tailwright.statistics.incidents;

import java.util.List;

/// The incidents of a run.
///
/// @param incidents in order of time; empty when nothing stands out
/// @param windowNanos width of the windows in which they were sought
/// @param windows how many windows had requests at a steady load
/// @param levels how many load levels were told apart; 1 when the load did not change or is unknown
public record IncidentsResult(List<Incident> incidents, long windowNanos, int windows, int levels) {
    public IncidentsResult {
        incidents = List.copyOf(incidents);
    }
}
