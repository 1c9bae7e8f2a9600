package org.tailwright.readers.stacks;

import java.util.Locale;
import org.tailwright.data.Unit;

/// What the weights of a profile are counted in.
///
/// @param unit as kept: nanoseconds, bytes, counts or the source's own
/// @param factor by which the source's numbers are multiplied
public record WeightUnit(Unit unit, double factor) {
    /// Plain samples.
    public static final WeightUnit SAMPLES = new WeightUnit(Unit.COUNT, 1);

    /// The unit of this name; unknown ones are kept as they are.
    public static WeightUnit of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "ns", "nanosecond", "nanoseconds", "nanos" -> new WeightUnit(Unit.DURATION, 1);
            case "us", "µs", "μs", "microsecond", "microseconds", "micros" -> new WeightUnit(Unit.DURATION, 1e3);
            case "ms", "millisecond", "milliseconds", "millis", "tracing-ms" -> new WeightUnit(Unit.DURATION, 1e6);
            case "s", "sec", "second", "seconds" -> new WeightUnit(Unit.DURATION, 1e9);
            case "min", "minute", "minutes" -> new WeightUnit(Unit.DURATION, 60e9);
            case "h", "hr", "hour", "hours" -> new WeightUnit(Unit.DURATION, 3600e9);
            case "b", "byte", "bytes" -> new WeightUnit(Unit.BYTES, 1);
            case "kb", "kib", "kilobyte", "kilobytes" -> new WeightUnit(Unit.BYTES, 1 << 10);
            case "mb", "mib", "megabyte", "megabytes" -> new WeightUnit(Unit.BYTES, 1 << 20);
            case "gb", "gib", "gigabyte", "gigabytes" -> new WeightUnit(Unit.BYTES, 1 << 30);
            case "count", "samples", "sample" -> SAMPLES;
            case "", "none" -> new WeightUnit(Unit.NONE, 1);
            default -> new WeightUnit(Unit.of(name.strip()), 1);
        };
    }

    /// The same, but with counts named after what is counted ("alloc_objects" counts objects).
    ///
    /// @param type what was sampled
    public WeightUnit counting(String type) {
        if (!unit.equals(Unit.COUNT) || type.isEmpty() || type.contains("sample") || type.equals("cpu")) {
            return this;
        }
        return new WeightUnit(Unit.of(type.endsWith("objects") ? "objects" : type), factor);
    }
}
