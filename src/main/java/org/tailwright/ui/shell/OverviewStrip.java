package org.tailwright.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;

/// The strip below the views: the whole time range of all data sets, and the brush that selects the time window.
public final class OverviewStrip extends StackPane {
    private static final double HEIGHT = 62;

    private final Context context;
    private final ChartPane chart;
    private final Latest<Overview.Question, Overview> latest;
    private @Nullable OverviewScene shown;

    public OverviewStrip(Context context) {
        this.context = context;
        this.chart = context.chart();
        this.latest = context.quick("counting requests over time", Overview::of);
        getStyleClass().add("overview");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().add(chart);
        chart.onBrushX(this::brush).onReset(() -> context.store().select(now -> now.within(Optional.empty())))
                .onZoom((x, factor) -> context.store().update(now -> now.along(now.timeline().zoomed(x, factor))))
                .onPan(share -> context.store().update(now -> now.along(now.timeline().panned(share))))
                .readout(spot -> shown == null ? "" : shown.words(spot.x()));
        context.store().derive(OverviewStrip::question).subscribe(found -> latest.ask(found.orElse(null)));
        latest.onAnswer(_ -> show());
        context.store().derive(session -> List.of(session.timeline(), session.selection(), session.look())).subscribe(_ -> show());
        context.store().derive(session -> session.timeline().whole().isPresent() && !session.place().view().equals("start")).subscribe(present -> {
            setVisible(present);
            setManaged(present);
        });
    }

    private static Optional<Overview.Question> question(Session session) {
        return session.timeline().whole().filter(whole -> whole.length() > 0).map(whole -> new Overview.Question(session.open(), whole));
    }

    private void show() {
        Overview overview = latest.state().answer();
        if (overview == null) {
            chart.clear();
            return;
        }
        Session session = context.store().session();
        OverviewScene scene = new OverviewScene(overview, session.timeline(), session.selection().window(), session.look().zone());
        shown = scene;
        chart.show(scene::make);
    }

    private void brush(Brush brush) {
        context.store().select(now -> now.within(Optional.of(new TimeSpan((long) brush.xLow(), (long) Math.ceil(brush.xHigh())))));
    }
}
