package org.tailwright.ui.views.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.data.TimeSpan;
import org.tailwright.profiles.Pauses;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Panel;
import org.tailwright.ui.views.Screen;

/// The pauses of the garbage collector over time; dragging selects a time window.
final class PauseStrip {
    private final Context context;
    private final ChartPane chart;
    private final Panel panel;
    private Pauses.Found found = new Pauses.Found(Pauses.Basis.NONE, List.of());

    PauseStrip(Context context) {
        this.context = context;
        chart = context.chart();
        chart.setPrefHeight(150);
        chart.setMinHeight(110);
        chart.onBrushX(brush -> context.store().select(now -> now.within(
                Optional.of(new TimeSpan(Math.round(brush.xLow()), Math.round(brush.xHigh()))))));
        chart.onReset(() -> context.store().select(now -> now.within(Optional.empty())));
        chart.onZoom((x, factor) -> context.store().update(now -> now.along(now.timeline().zoomed(x, factor))));
        chart.onPan(share -> context.store().update(now -> now.along(now.timeline().panned(share))));
        panel = new Panel("Garbage-collection pauses", chart);
        panel.setMinHeight(Region.USE_PREF_SIZE);
        Screen.whileShown(panel, context.store().sessionProperty(), _ -> draw());
    }

    Node node() {
        return panel;
    }

    void show(Pauses.Found pauses) {
        found = pauses;
        long total = pauses.pauses().stream().mapToLong(Pauses.Pause::duration).sum();
        panel.note(pauses.pauses().isEmpty() ? "none recorded" : Numbers.count(pauses.pauses().size()) + " pauses, "
                + Numbers.duration(total) + " in all · " + basis(pauses.basis()));
        draw();
    }

    private static String basis(Pauses.Basis basis) {
        return switch (basis) {
            case LOG -> "the log's own times";
            case PHASES -> "pause phases";
            case SUM_OF_PAUSES -> "sum of pauses of each collection";
            case COLLECTIONS -> "whole collections (upper bound)";
            case NONE -> "";
        };
    }

    private void draw() {
        Session session = context.store().session();
        Optional<TimeSpan> shown = session.timeline().shown();
        if (shown.isEmpty() || shown.get().length() == 0) {
            chart.clear();
            return;
        }
        double[] xs = found.pauses().stream().mapToDouble(Pauses.Pause::start).toArray();
        double[] ys = found.pauses().stream().mapToDouble(Pauses.Pause::duration).toArray();
        double high = Math.max(1e6, Arrays.stream(ys).max().orElse(1e6)) * 1.5;
        double low = Math.max(1e3, Math.min(high / 10, Arrays.stream(ys).min().orElse(1e3) / 1.5));
        List<Layer> layers = new ArrayList<>();
        session.selection().window().ifPresent(span -> layers.add(new Layer.SpanX(span.start(), span.end(), "", Role.SELECTION)));
        layers.add(Layer.Points.of(xs, ys, Role.SERIES_2, ""));
        chart.show(new Chart("", "", Axis.time("", shown.get().start(), shown.get().end(), session.look().zone()),
                Axis.log("pause", low, high, Quantity.DURATION_NANOS), layers, found.pauses().size() + " pauses over time"));
    }
}
