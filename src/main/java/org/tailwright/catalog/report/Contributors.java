package org.tailwright.catalog.report;

import java.util.List;

/// The parts of the report, in reading order.
public final class Contributors {
    /// All of them.
    public static final List<Contributor> ALL = List.of(
            new Verdicts(),
            new Latencies(),
            new IncidentReport(),
            new BusinessImpact(),
            new ScalabilityReport(),
            new CapacityRisk(),
            new RuntimeReport(),
            new TraceReport(),
            new HistogramOverview(),
            new MetricsOverview(),
            new TrustReport(),
            new DataAndMethod());

    private Contributors() {}
}
