package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;

/// Round places on axes, and the choice of how many of them fit.
public final class Ticks {
    private static final double[] DECIMAL = {1, 2, 2.5, 5, 10};
    private static final double[] WHOLE = {1, 2, 5, 10};
    private static final double[] SIXTIES = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300};
    private static final double[][] MANTISSAS = {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}};
    private static final double EPSILON = 1e-9;

    private Ticks() {}

    /// The densest ticks whose labels stay apart along an axis of `length` pixels.
    ///
    /// @param horizontal true when labels stand side by side, false when they stand above each other
    /// @param size font size of the labels in pixels
    public static List<Tick> fit(Axis axis, double length, boolean horizontal, double size, TextMeasure measure) {
        double upright = axis.scale() instanceof Scale.Log ? 44 : 48;
        double room = !horizontal ? upright : axis.scale() instanceof Scale.Time ? 50 : 72;
        int most = (int) Math.max(3, axis.scale() instanceof Scale.Named named ? named.names().size() : Math.ceil(length / room));
        List<Tick> ticks = axis.scale().ticks(most, axis.quantity());
        for (int fewer = most; fewer >= 1; fewer--) {
            ticks = axis.scale().ticks(fewer, axis.quantity());
            if (apart(ticks, axis.scale(), length, horizontal, size, measure)) {
                return ticks;
            }
        }
        return thinned(ticks, axis.scale(), length, horizontal, size, measure);
    }

    private static boolean apart(List<Tick> ticks, Scale scale, double length, boolean horizontal, double size, TextMeasure measure) {
        return thinned(ticks, scale, length, horizontal, size, measure).size() == ticks.size();
    }

    private static List<Tick> thinned(List<Tick> ticks, Scale scale, double length, boolean horizontal, double size, TextMeasure measure) {
        List<Tick> kept = new ArrayList<>();
        double taken = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double half = (horizontal ? measure.width(tick.label(), size, Weight.REGULAR) + 10 : size + 5) / 2;
            double at = scale.position(tick.value()) * length;
            if (at - half >= taken) {
                kept.add(tick);
                taken = at + half;
            }
        }
        return kept;
    }

    static List<Tick> linear(double low, double high, int most, Quantity quantity) {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        double unit = quantity.unit(largest);
        double step = niceStep((high - low) / unit, most, multiples(quantity, largest), quantity == Quantity.COUNT && high - low >= 2) * unit;
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - EPSILON);
        for (long i = first; i * step <= high + EPSILON * step && ticks.size() < most; i++) {
            ticks.add(new Tick(i * step, quantity.tick(i * step, step, largest)));
        }
        return ticks;
    }

    private static double[] multiples(Quantity quantity, double largest) {
        if (quantity == Quantity.DURATION_NANOS) {
            DurationUnit unit = DurationUnit.ofAxis(largest);
            return unit == DurationUnit.MINUTES || unit == DurationUnit.HOURS ? SIXTIES : WHOLE;
        }
        return quantity == Quantity.COUNT ? WHOLE : DECIMAL;
    }

    /// The smallest round step with which a range holds at most `most` ticks wherever it begins.
    private static double niceStep(double range, int most, double[] multiples, boolean whole) {
        double rough = range / Math.max(1, most);
        double power = multiples == SIXTIES ? 1 : Math.pow(10, Math.floor(Math.log10(rough)) - 1);
        for (int decade = 0; decade < 20; decade++) {
            for (double multiple : multiples) {
                double step = multiple * power;
                boolean fits = Math.floor(range / step + EPSILON) + 1 <= Math.max(most, 1) || step > range;
                if (fits && (!whole || step >= 1)) {
                    return step;
                }
            }
            power *= 10;
        }
        throw new IllegalStateException("No step for a range of " + range + " and " + most + " ticks");
    }

    static List<Tick> log(double low, double high, int most, Quantity quantity) {
        double decades = Math.log10(high / low);
        for (double[] mantissas : MANTISSAS) {
            List<Tick> ticks = mantissaTicks(low, high, mantissas, 1, quantity);
            if (ticks.size() <= most && ticks.size() >= 2 && (mantissas.length < 9 || decades < 1)) {
                return ticks;
            }
        }
        if (decades < 1.5) {
            List<Tick> plain = new ArrayList<>();
            for (Tick tick : linear(low, high, most, quantity)) {
                if (tick.value() > 0) {
                    plain.add(tick);
                }
            }
            return plain;
        }
        int every = 1;
        List<Tick> ticks = mantissaTicks(low, high, MANTISSAS[3], every, quantity);
        while (ticks.size() > most) {
            every++;
            ticks = mantissaTicks(low, high, MANTISSAS[3], every, quantity);
        }
        return ticks;
    }

    private static List<Tick> mantissaTicks(double low, double high, double[] mantissas, int every, Quantity quantity) {
        List<Tick> ticks = new ArrayList<>();
        double unit = quantity == Quantity.PERCENT ? 0.01 : 1;
        int last = (int) Math.floor(Math.log10(high / unit) + EPSILON);
        for (int power = (int) Math.floor(Math.log10(low / unit) - EPSILON); power <= last; power++) {
            if (Math.floorMod(power, every) != 0) {
                continue;
            }
            for (double mantissa : mantissas) {
                double value = unit * mantissa * Math.pow(10, power);
                if (value >= low * (1 - EPSILON) && value <= high * (1 + EPSILON)) {
                    ticks.add(new Tick(value, quantity.tick(value)));
                }
            }
        }
        return ticks;
    }

    static List<Tick> nines(double low, double high, int most) {
        List<Double> places = new ArrayList<>();
        if (low <= 0.5) {
            places.add(0.5);
        }
        int last = (int) Math.floor(Scale.Nines.nines(high) + EPSILON);
        for (int nines = (int) Math.max(1, Math.ceil(Scale.Nines.nines(low) - EPSILON)); nines <= last; nines++) {
            places.add(1 - Math.pow(10, -nines));
        }
        places.removeIf(p -> p > high);
        if (places.size() < 2) {
            return linear(low, high, most, Quantity.PERCENT);
        }
        if (places.size() > most && places.getFirst() == 0.5) {
            places.removeFirst();
        }
        List<Double> kept = new ArrayList<>();
        int every = Math.ceilDiv(places.size(), Math.max(1, most));
        for (int i = 0; i < places.size(); i += every) {
            kept.add(places.get(i));
        }
        return labelled(kept);
    }

    private static List<Tick> labelled(List<Double> places) {
        List<Tick> ticks = new ArrayList<>();
        for (double p : places) {
            boolean last = p == places.getLast();
            ticks.add(new Tick(p, Numbers.percentileNumber(p) + (last ? Numbers.SPACE + "%" : "")));
        }
        return ticks;
    }

    static List<Tick> named(List<String> names, int most) {
        int every = Math.ceilDiv(names.size(), Math.max(1, most));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            ticks.add(new Tick(i, names.get(i)));
        }
        return ticks;
    }
}
