package org.tailwright.simulation.events;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A load over time: straight pieces. Gaps of mean 1 are stretched by the load's integral, which is exact for Poisson arrivals.
final class Rates {
    private final double[] starts;
    private final double[] from;
    private final double[] to;
    private int piece;

    /// @param spikes of this source, whose factors multiply the load
    Rates(Network.Open open, List<Fault> spikes, double end) {
        TreeSet<Double> cuts = new TreeSet<>(open.times());
        cuts.add(0.0);
        for (Fault spike : spikes) {
            for (double at = spike.startNanos() / 1e9; at < end; at += spike.everyNanos() / 1e9) {
                cuts.add(at);
                cuts.add(at + spike.lengthNanos() / 1e9);
                if (spike.everyNanos() == 0) {
                    break;
                }
            }
        }
        List<Double> all = new ArrayList<>(cuts);
        starts = all.stream().mapToDouble(Double::doubleValue).toArray();
        from = new double[starts.length];
        to = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            double stop = i + 1 < starts.length ? starts[i + 1] : Double.POSITIVE_INFINITY;
            double factor = factor(spikes, starts[i]);
            from[i] = factor * at(open, starts[i], false);
            to[i] = Double.isInfinite(stop) ? from[i] : factor * at(open, stop, true);
        }
    }

    private static double factor(List<Fault> spikes, double seconds) {
        double factor = 1;
        for (Fault spike : spikes) {
            double since = seconds - spike.startNanos() / 1e9;
            double phase = spike.everyNanos() > 0 && since > 0 ? since % (spike.everyNanos() / 1e9) : since;
            factor *= phase > -1e-9 && phase < spike.lengthNanos() / 1e9 - 1e-9 ? spike.amount() : 1;
        }
        return factor;
    }

    /// The load typed; at a jump (two rates at one time) the first before it and the last from it on.
    private static double at(Network.Open open, double seconds, boolean before) {
        List<Double> times = open.times();
        int last = times.size() - 1;
        int at = 0;
        while (at < last && (before ? times.get(at + 1) < seconds : times.get(at + 1) <= seconds)) {
            at++;
        }
        if (at == last || seconds <= times.get(at)) {
            return open.rates().get(at);
        }
        double width = times.get(at + 1) - times.get(at);
        return open.rates().get(at) + (open.rates().get(at + 1) - open.rates().get(at)) * (seconds - times.get(at)) / width;
    }

    /// When the next request comes after one at `now`, both in seconds; infinite when none does. Calls ascend in `now`.
    double next(double now, double gap) {
        double at = now;
        double left = gap;
        while (true) {
            while (piece + 1 < starts.length && starts[piece + 1] <= at) {
                piece++;
            }
            boolean last = piece + 1 == starts.length;
            double stop = last ? Double.POSITIVE_INFINITY : starts[piece + 1];
            double slope = last ? 0 : (to[piece] - from[piece]) / (stop - starts[piece]);
            double rate = Math.max(0, from[piece] + slope * (at - starts[piece]));
            double area = last ? (rate > 0 ? Double.POSITIVE_INFINITY : 0) : (rate + to[piece]) / 2 * (stop - at);
            if (left <= area && area > 0) {
                return slope == 0 ? at + left / rate : at + 2 * left / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * left)));
            }
            if (last) {
                return Double.POSITIVE_INFINITY;
            }
            left -= area;
            at = stop;
        }
    }
}
