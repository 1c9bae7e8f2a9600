package org.tailwright.ui.views.scalability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Role;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.models.scalability.ScalabilityCharts;
import org.tailwright.models.scalability.Usl;
import org.tailwright.models.scalability.UslResult;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;

/// The law of the data set with load steps, and what would be if its coefficients were others.
final class ScalabilityModel {
    private final Latest<Fitted.Question, Fitted> latest;
    private final ReadOnlyObjectWrapper<WhatIf> whatIf = new ReadOnlyObjectWrapper<>(WhatIf.NOTHING);

    ScalabilityModel(Context context) {
        latest = context.latest("fitting the scalability law", Fitted::of);
        latest.onAnswer(_ -> imagine(WhatIf.NOTHING));
    }

    /// Asks what the session asks.
    void ask(Session session) {
        latest.ask(question(session).orElse(null));
    }

    /// Load points and requests. Only filters narrow the data: a window that was drawn over one run says nothing about
    /// another, and load steps need the whole run.
    static Optional<Fitted.Question> question(Session session) {
        List<Dataset> candidates = session.open().stream().filter(ScalabilityModel::fits)
                .sorted(Comparator.comparing((Dataset each) -> each.kind() != Dataset.Kind.LOADPOINTS)).toList();
        Selection filters = new Selection(Optional.empty(), Optional.empty(), session.selection().filters());
        return candidates.isEmpty() ? Optional.empty() : Optional.of(new Fitted.Question(session.inputs(candidates).with(filters), session.place().dataset(),
                session.questions().typed("usl"), session.questions().typed("capacity")));
    }

    /// Whether load points could come from a data set.
    static boolean fits(Dataset data) {
        return data.kind() == Dataset.Kind.LOADPOINTS || data.kind() == Dataset.Kind.REQUESTS;
    }

    /// Throughput against load, with the law as it would be.
    static Chart throughput(UslResult result, WhatIf change) {
        Chart chart = ScalabilityCharts.throughput(result);
        if (change.equals(WhatIf.NOTHING)) {
            return chart;
        }
        Usl law = change.of(result.law());
        double top = chart.y().scale().high();
        double[] loads = Arrays.stream(result.curve().loads()).filter(each -> law.denominator(each) > 0 && law.throughput(each) <= top).toArray();
        return chart.with(Layer.Line.of(loads, Arrays.stream(loads).map(law::throughput).toArray(), Role.SERIES_3, "what if").dashed());
    }

    /// Imagines other coefficients.
    void imagine(WhatIf change) {
        whatIf.set(change);
    }

    ReadOnlyObjectProperty<WhatIf> whatIfProperty() {
        return whatIf.getReadOnlyProperty();
    }

    Latest<Fitted.Question, Fitted> latest() {
        return latest;
    }
}
