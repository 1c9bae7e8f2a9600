package org.tailwright.charts;

import java.math.BigDecimal;
import java.math.MathContext;

/// What the numbers of an axis mean, and so how they are written.
public enum Quantity {
    /// Nanoseconds; the unit stands at every tick.
    DURATION_NANOS,
    /// How many; thousands parted by commas.
    COUNT,
    /// Per second; the unit belongs into the axis title ("throughput /s"), ticks are bare.
    RATE,
    /// A share, 1 being the whole, written × 100.
    PERCENT,
    /// Bytes, in powers of 1024.
    BYTES,
    /// A number without a unit.
    PLAIN;

    /// One value as text with its unit, in its own best unit.
    public String format(double value) {
        return switch (this) {
            case DURATION_NANOS -> Numbers.duration(value);
            case COUNT -> value == Math.rint(value) && Math.abs(value) < 1e15 ? Numbers.count((long) value) : Numbers.number(value);
            case RATE -> Numbers.rate(value);
            case PERCENT -> Numbers.percent(value);
            case BYTES -> Numbers.bytes(value);
            case PLAIN -> Numbers.number(value);
        };
    }

    /// Label of one tick of a linear axis, in the one unit of the axis.
    ///
    /// @param step distance of ticks, decides the decimals
    /// @param most the largest size on the axis, decides the unit
    String tick(double value, double step, double most) {
        double unit = unit(most);
        String number = bare(value / unit, step / unit);
        return switch (this) {
            case DURATION_NANOS -> number + Numbers.SPACE + DurationUnit.ofAxis(most).symbol();
            case PERCENT -> number + Numbers.SPACE + "%";
            case BYTES -> number + Numbers.SPACE + byteUnit(most);
            case COUNT, RATE, PLAIN -> number;
        };
    }

    /// Label of one tick of a logarithmic axis, in its own unit.
    String tick(double value) {
        return switch (this) {
            case DURATION_NANOS -> {
                DurationUnit unit = DurationUnit.of(value);
                yield trimmed(value / unit.nanos()) + Numbers.SPACE + unit.symbol();
            }
            case PERCENT -> trimmed(value * 100) + Numbers.SPACE + "%";
            case BYTES -> trimmed(value / unit(value)) + Numbers.SPACE + byteUnit(value);
            case COUNT, RATE, PLAIN -> trimmed(value);
        };
    }

    /// How large one of the axis' unit is in the raw number: tick steps are nice in this unit.
    double unit(double most) {
        return switch (this) {
            case DURATION_NANOS -> DurationUnit.ofAxis(most).nanos();
            case PERCENT -> 0.01;
            case BYTES -> Math.pow(1024, byteStep(most));
            case COUNT, RATE, PLAIN -> 1;
        };
    }

    private static int byteStep(double most) {
        return (int) Math.clamp(Math.floor(Math.log(Math.max(1, Math.abs(most))) / Math.log(1024) + 1e-9), 0, 5);
    }

    private static String byteUnit(double most) {
        return new String[] {"B", "KiB", "MiB", "GiB", "TiB", "PiB"}[byteStep(most)];
    }

    private static String bare(double value, double step) {
        double rounded = Math.rint(value / step) * step;
        if (Math.abs(rounded) < step / 2) {
            return "0";
        }
        if (step < 1e-6 || Math.abs(value) >= 1e12) {
            return Numbers.significant(rounded, 3);
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        boolean odd = Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6;
        return Numbers.fixed(rounded, odd ? decimals + 1 : decimals);
    }

    private static String trimmed(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e12)) {
            return Numbers.significant(value, 1);
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return Decimals.grouped(exact.scale() < 0 ? exact.setScale(0) : exact);
    }
}
