package org.tailwright.catalog.report;

import java.util.List;

/// The parts of the report; within a chapter they stand in this order.
public final class Contributors {
    /// All of them.
    public static final List<Contributor> ALL = List.of(
            new Verdicts(),
            new BusinessImpact(),
            new Latencies(),
            new IncidentReport(),
            new ScalabilityReport(),
            new HistogramOverview(),
            new GoldenSignals(),
            new MetricsOverview(),
            new TraceReport(),
            new RuntimeReport(),
            new CapacityRisk(),
            new TrustReport(),
            new DataAndMethod());

    private Contributors() {}
}
