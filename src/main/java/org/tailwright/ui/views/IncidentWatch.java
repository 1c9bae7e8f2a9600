package org.tailwright.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Role;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.statistics.incidents.Incident;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.incidents.IncidentsResult;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;

/// Looks for incidents in the whole run of the durations at hand, while a node is shown: sentences for inspectors, bands for time axes.
public final class IncidentWatch {
    /// What was found.
    ///
    /// @param findings sentences
    /// @param spans when
    public record Found(List<Block.Finding> findings, List<TimeSpan> spans) {}

    private final Latest<Inputs, Found> latest;

    /// Watches while `shown` is in the window.
    public IncidentWatch(Context context, Node shown) {
        latest = context.patient("looking for incidents", IncidentWatch::find);
        context.store().derive(IncidentWatch::whole).when(Screen.shown(shown)).subscribe(inputs -> latest.ask(inputs.orElse(null)));
    }

    /// What is known, for binding.
    public ReadOnlyObjectProperty<Latest.State<Found>> stateProperty() {
        return latest.stateProperty();
    }

    /// The findings of the latest question; none while it is not answered.
    public List<Block.Finding> findings() {
        return known().map(Found::findings).orElse(List.of());
    }

    /// Bands for a time axis.
    ///
    /// @param label written into each; empty where something else fills the place
    public List<Layer> bands(String label) {
        return known().map(Found::spans).orElse(List.of()).stream()
                .<Layer>map(span -> new Layer.SpanX(span.start(), span.end(), label, Role.BAND_BAD)).toList();
    }

    private Optional<Found> known() {
        Latest.State<Found> state = latest.state();
        return state.stale() ? Optional.empty() : Optional.ofNullable(state.answer());
    }

    /// With everything else that is open, to compare.
    private static Optional<Inputs> whole(Session session) {
        return session.requests().map(requests -> {
            List<Dataset> all = new ArrayList<>(List.of(requests));
            session.open().stream().filter(each -> !each.name().equals(requests.name())).forEach(all::add);
            return session.inputs(all).with(Selection.ALL);
        });
    }

    private static Found find(Inputs inputs, Work work) {
        var run = Incidents.ANALYSIS.run(inputs, Map.of(), work);
        List<Block.Finding> sentences = run.section().blocks().stream().filter(Block.Finding.class::isInstance).map(Block.Finding.class::cast).toList();
        List<TimeSpan> spans = switch (run.outcome()) {
            case Outcome.Answer<IncidentsResult> answer -> answer.result().incidents().stream().map(Incident::span).toList();
            case Outcome.NotApplicable<IncidentsResult> _ -> List.of();
        };
        return new Found(sentences, spans);
    }
}
