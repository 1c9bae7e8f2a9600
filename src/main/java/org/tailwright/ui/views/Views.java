package org.tailwright.ui.views;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.ui.views.analyses.AnalysesView;
import org.tailwright.ui.views.compare.CompareView;
import org.tailwright.ui.views.distribution.DistributionView;
import org.tailwright.ui.views.drill.DrillView;
import org.tailwright.ui.views.histograms.HistogramView;
import org.tailwright.ui.views.overtime.OverTimeView;
import org.tailwright.ui.views.queueing.QueueingView;
import org.tailwright.ui.views.recording.RecordingView;
import org.tailwright.ui.views.report.ReportView;
import org.tailwright.ui.views.scalability.ScalabilityView;
import org.tailwright.ui.views.simulation.SimulationView;
import org.tailwright.ui.views.traces.TracesView;

/// The list of views, in the order of their tabs.
public final class Views {
    /// All views.
    public static final List<View> ALL = List.of(
            DistributionView.VIEW,
            HistogramView.VIEW,
            OverTimeView.VIEW,
            CompareView.VIEW,
            ScalabilityView.VIEW,
            QueueingView.VIEW,
            SimulationView.VIEW,
            DrillView.VIEW,
            TracesView.VIEW,
            RecordingView.VIEW,
            AnalysesView.VIEW,
            ReportView.VIEW);

    private Views() {}

    /// Those that have something to show.
    public static List<View> fitting(List<Dataset> open) {
        return ALL.stream().filter(each -> each.fits(open)).toList();
    }

    /// The one that opens by itself: the first that shows what was measured, models that need no data and single analyses only after all others.
    public static Optional<View> opening(List<Dataset> open) {
        List<View> models = List.of(QueueingView.VIEW, SimulationView.VIEW, DrillView.VIEW, AnalysesView.VIEW);
        return fitting(open).stream().min(Comparator.comparing(models::contains));
    }

    /// The view called `id`.
    public static Optional<View> find(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
