package org.tailwright.charts;

import java.time.ZoneId;
import java.util.List;

/// One axis of a chart.
///
/// @param title what it measures, with the unit when ticks do not carry it ("throughput /s", "load N"); may be empty
/// @param scale range and kind
/// @param quantity how its values are written; a time, nines or named scale writes its own labels
public record Axis(String title, Scale scale, Quantity quantity) {
    /// A linear axis.
    public static Axis linear(String title, double low, double high, Quantity quantity) {
        return new Axis(title, new Scale.Linear(low, high), quantity);
    }

    /// A logarithmic axis; `low` above 0.
    public static Axis log(String title, double low, double high, Quantity quantity) {
        return new Axis(title, new Scale.Log(low, high), quantity);
    }

    /// A time axis from `start` to `end`, nanoseconds since the epoch.
    public static Axis time(String title, long start, long end, ZoneId zone) {
        return new Axis(title, new Scale.Time(start, end, zone), Quantity.PLAIN);
    }

    /// A percentile axis from 0 to `high` (below 1), linear in log10(1/(1−p)).
    public static Axis nines(String title, double high) {
        return new Axis(title, new Scale.Nines(0, high), Quantity.PERCENT);
    }

    /// An axis of names, first at the low end.
    public static Axis named(String title, List<String> names) {
        return new Axis(title, new Scale.Named(names), Quantity.PLAIN);
    }

    /// A value as this axis would say it in a readout.
    public String format(double value) {
        return switch (scale) {
            case Scale.Time time -> Numbers.clock((long) value, time.zone(), time.endNanos() - time.startNanos());
            case Scale.Nines _ -> Numbers.percentile(value);
            case Scale.Named named -> named.name(value);
            case Scale.Linear _, Scale.Log _ -> quantity.format(value);
        };
    }
}
