package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.statistics.Readings;
import org.tailwright.work.Work;

/// Metrics whose median moved by more than four usual spreads and a fifth of its level while the selection happened.
final class MovedMetrics implements Contributor {
    private static final double SPREADS = 4;
    private static final double RELATIVE = 0.2;

    @Override
    public List<Tested> tested(Case question, Work work) {
        List<Tested> tested = new ArrayList<>();
        for (Dataset each : question.moments().hot().isEmpty() ? List.<Dataset>of() : question.beside()) {
            if (each instanceof Metrics metrics) {
                for (Metrics.Series series : metrics.series()) {
                    work.check();
                    Readings readings = Readings.of(series);
                    Optional<Shift> shift = Shift.of(series.times(), readings.values(), question.moments());
                    shift.ifPresent(found -> tested.add(tested(metrics, series, readings.unit(), found)));
                }
            }
        }
        return tested;
    }

    private static Tested tested(Metrics metrics, Metrics.Series series, String unit, Shift shift) {
        double in = shift.medianInside();
        double out = shift.medianOutside();
        Finding finding = new Finding(Finding.Kind.METRIC, new Finding.Subject(metrics.name(), series.title(), ""),
                new Finding.Sides(in, out, unit, shift.inside().length), shift.strength(in, out));
        return new Tested(finding, shift.spreads() >= SPREADS && Math.abs(in - out) >= RELATIVE * Math.abs(out));
    }
}
