package org.tailwright.readers.otlpmetrics;

import java.io.IOException;
import java.util.Map;
import org.tailwright.readers.protobuf.ProtoValues;
import org.tailwright.readers.protobuf.Wire;

/// Reads the data points of a metric; the number of a field means something else in each form.
final class ProtoPoints {
    private static final long NO_NUMBER = Double.doubleToLongBits(Double.NaN);
    /// Times before 1990 and after 2150 are taken for other numbers when a file is recognised.
    private static final long EARLIEST = 631_152_000_000_000_000L;
    private static final long LATEST = 5_680_281_600_000_000_000L;

    private final Wire wire;
    private final ProtoValues values;
    private boolean found;

    ProtoPoints(Wire wire) {
        this.wire = wire;
        // CloudWatch's metric streams name the dimensions in a map.
        values = new ProtoValues(wire, "Dimensions");
    }

    /// Whether a point with a time that makes sense was read.
    boolean found() {
        return found;
    }

    /// Reads the point that ends at `end`; one without a time is left out.
    void read(MetricDraft draft, boolean whole, long end) throws IOException, Wire.Malformed {
        if (end == wire.position()) {
            return;
        }
        PointDraft point = new PointDraft();
        point.counted = true;
        while (wire.position() < end) {
            member(draft.form, point, whole, end);
        }
        boolean number = draft.form == MetricDraft.Form.GAUGE || draft.form == MetricDraft.Form.SUM;
        if (number && Double.isNaN(point.value)) {
            point.value = 0; // old versions leave out zeroes
        }
        if (point.time > 0) {
            draft.points.add(point);
            found |= point.time >= EARLIEST && point.time < LATEST;
        }
    }

    private void member(MetricDraft.Form form, PointDraft point, boolean whole, long end) throws IOException, Wire.Malformed {
        int field = wire.field(end);
        switch (field) {
            case 2 -> point.start = Math.max(0, wire.fixed(end, 0));
            case 3 -> point.time = Math.max(0, wire.fixed(end, 0));
            case 1 -> first(form, point.labels, wire.ending(end));
            default -> {
                switch (form) {
                    case GAUGE, SUM -> number(field, point, whole, end);
                    case HISTOGRAM -> histogram(field, point, whole, end);
                    case EXPONENTIAL -> exponential(field, point, end);
                    case SUMMARY -> summary(field, point, end);
                    case NONE -> wire.skip(end);
                }
            }
        }
    }

    private void number(int field, PointDraft point, boolean whole, long end) throws IOException, Wire.Malformed {
        switch (field) {
            case 4 -> point.value = whole ? wire.fixed(end, 0) : real(end);
            case 6 -> point.value = wire.fixed(end, 0);
            case 7 -> values.attribute(wire.ending(end), point.labels::put);
            case 8 -> point.flags = wire.number(end);
            default -> wire.skip(end);
        }
    }

    private void histogram(int field, PointDraft point, boolean whole, long end) throws IOException, Wire.Malformed {
        switch (field) {
            case 4 -> point.count = Math.max(0, wire.fixed(end, 0));
            case 5 -> point.sum = whole ? wire.fixed(end, 0) : real(end);
            case 6 -> fixed(end, bits -> point.count(bits));
            case 7 -> fixed(end, bits -> point.bound(Double.longBitsToDouble(bits)));
            case 9 -> values.attribute(wire.ending(end), point.labels::put);
            case 10 -> point.flags = wire.number(end);
            case 11 -> point.min = real(end);
            case 12 -> point.max = real(end);
            default -> wire.skip(end);
        }
    }

    private void exponential(int field, PointDraft point, long end) throws IOException, Wire.Malformed {
        switch (field) {
            case 4 -> point.count = Math.max(0, wire.fixed(end, 0));
            case 5 -> point.sum = real(end);
            case 6 -> point.scale = Math.clamp(zigzag(end), -100, 100);
            case 7 -> point.zeroCount = Math.max(0, wire.fixed(end, 0));
            case 8 -> buckets(point, true, wire.ending(end));
            case 9 -> buckets(point, false, wire.ending(end));
            case 10 -> point.flags = wire.number(end);
            case 12 -> point.min = real(end);
            case 13 -> point.max = real(end);
            case 14 -> point.zeroThreshold = real(end);
            default -> wire.skip(end);
        }
    }

    private void summary(int field, PointDraft point, long end) throws IOException, Wire.Malformed {
        switch (field) {
            case 4 -> point.count = Math.max(0, wire.fixed(end, 0));
            case 5 -> point.sum = real(end);
            case 6 -> quantile(point, wire.ending(end));
            case 7 -> values.attribute(wire.ending(end), point.labels::put);
            case 8 -> point.flags = wire.number(end);
            default -> wire.skip(end);
        }
    }

    private void quantile(PointDraft point, long end) throws IOException, Wire.Malformed {
        double quantile = 0;
        double value = 0;
        while (wire.position() < end) {
            switch (wire.field(end)) {
                case 1 -> quantile = real(end);
                case 2 -> value = real(end);
                default -> wire.skip(end);
            }
        }
        if (quantile >= 0 && quantile <= 1) {
            point.quantiles.put(quantile, value);
        }
    }

    private void buckets(PointDraft point, boolean positive, long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            int field = wire.field(end);
            if (field == 1) {
                int offset = Math.clamp(zigzag(end), -(1 << 28), 1 << 28);
                point.offset = positive ? offset : point.offset;
            } else if (field == 2) {
                boolean packed = wire.type() != Wire.VARINT;
                long inner = packed ? wire.ending(end) : wire.position() + 1;
                while (wire.position() < inner) {
                    count(point, positive, wire.varint(packed ? inner : end));
                }
            } else {
                wire.skip(end);
            }
        }
    }

    private static void count(PointDraft point, boolean positive, long count) {
        if (positive) {
            point.count(count);
        } else {
            point.negative += Math.max(0, count);
        }
    }

    /// Takes eight bytes.
    @FunctionalInterface
    private interface Bits {
        void take(long bits);
    }

    /// Numbers of eight bytes, one, or packed behind their length.
    private void fixed(long end, Bits each) throws IOException, Wire.Malformed {
        if (wire.type() == Wire.FIXED64) {
            each.take(wire.fixed64(end));
            return;
        }
        long inner = wire.ending(end);
        while (wire.position() < inner) {
            each.take(wire.fixed64(inner));
        }
    }

    private double real(long end) throws IOException, Wire.Malformed {
        return Double.longBitsToDouble(wire.fixed(end, NO_NUMBER));
    }

    private long zigzag(long end) throws IOException, Wire.Malformed {
        long coded = wire.number(end);
        return coded >>> 1 ^ -(coded & 1);
    }

    /// An attribute, or a label of old versions, whose value is a mere text.
    private void first(MetricDraft.Form form, Map<String, String> labels, long end) throws IOException, Wire.Malformed {
        if (form == MetricDraft.Form.EXPONENTIAL) {
            values.attribute(end, labels::put);
            return;
        }
        String key = "";
        String value = "";
        while (wire.position() < end) {
            switch (wire.field(end)) {
                case 1 -> key = wire.text(wire.ending(end));
                case 2 -> value = wire.text(wire.ending(end));
                default -> wire.skip(end);
            }
        }
        if (!key.isEmpty()) {
            labels.put(key, value);
        }
    }
}
