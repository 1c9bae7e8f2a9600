package org.tailwright.readers.otlpmetrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.protobuf.ProtoBytes.all;
import static org.tailwright.readers.protobuf.ProtoBytes.attribute;
import static org.tailwright.readers.protobuf.ProtoBytes.bytes;
import static org.tailwright.readers.protobuf.ProtoBytes.fixed;
import static org.tailwright.readers.protobuf.ProtoBytes.framed;
import static org.tailwright.readers.protobuf.ProtoBytes.number;
import static org.tailwright.readers.protobuf.ProtoBytes.packed;
import static org.tailwright.readers.protobuf.ProtoBytes.real;
import static org.tailwright.readers.protobuf.ProtoBytes.text;
import static org.tailwright.readers.protobuf.ProtoBytes.varint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.work.Work;

/// Messages are written here field by field, in the form of today and in that of version 0.7.
class OtlpMetricsProtoTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    Path folder;

    private ReadResult read(byte[] file) throws Exception {
        return Readers.read(Files.write(folder.resolve("m"), file), ReadOptions.DEFAULT, Work.NONE);
    }

    private static Metrics metrics(ReadResult result) {
        return (Metrics) result.datasets().getFirst();
    }

    private static Metrics.Series series(ReadResult result, String name) {
        List<Metrics.Series> found = metrics(result).series().stream().filter(each -> each.name().equals(name)).toList();
        assertEquals(1, found.size(), name + " of " + metrics(result).series().stream().map(Metrics.Series::name).toList());
        return found.getFirst();
    }

    private static byte[] resource(byte[]... metrics) {
        return bytes(1, bytes(1, attribute(1, "service.name", text(1, "front"))), bytes(2, bytes(1, text(1, "meter")), all(metrics)));
    }

    private static byte[] gauge(String name, String unit, double value, long time) {
        return bytes(2, text(1, name), text(3, unit), bytes(5, bytes(1, attribute(7, "core", text(1, "0")), fixed(3, time), real(4, value))));
    }

    private static byte[] sum(String name, long value, int temporality) {
        return bytes(2, text(1, name), text(3, "1"), bytes(7, bytes(1, fixed(2, START), fixed(3, START + MINUTE), fixed(6, value)), number(2, temporality), number(3, 1)));
    }

    private static byte[] histogram() {
        return bytes(2, text(1, "latency"), text(3, "ms"), bytes(9, bytes(1, fixed(2, START), fixed(3, START + MINUTE), fixed(4, 6), real(5, 90),
                packed(6, 1, 2, 3), packed(7, Double.doubleToLongBits(10), Double.doubleToLongBits(20)), real(11, 4), real(12, 40)), number(2, 1)));
    }

    @Test
    void gaugesSumsAndHistograms() throws Exception {
        ReadResult result = read(resource(gauge("cpu.utilization", "1", 0.25, START), sum("requests", 7, 2), histogram()));
        assertEquals("OpenTelemetry OTLP metrics protobuf", result.format());
        Metrics.Series cpu = series(result, "cpu.utilization");
        assertEquals(Map.of("core", "0", "service.name", "front"), cpu.labels());
        assertEquals(Unit.RATIO, cpu.values().unit());
        assertEquals(0.25, cpu.values().at(0));
        assertEquals(START, cpu.times().at(0));
        assertEquals(Metrics.Kind.COUNTER, series(result, "requests").kind());
        assertEquals(7, series(result, "requests").values().at(0));
        assertEquals(6, series(result, "latency.count").values().at(0));
        assertEquals(90, series(result, "latency.sum").values().at(0));
        assertEquals(40, series(result, "latency.max").values().at(0));
        Histograms buckets = (Histograms) result.datasets().get(1);
        assertEquals(1, buckets.rows());
        assertEquals(0, result.problems());
    }

    /// Scale 0: bucket 3 holds values above 8 up to 16 ms.
    @Test
    void exponentialHistograms() throws Exception {
        byte[] point = bytes(1, attribute(1, "route", text(1, "/a")), fixed(2, START), fixed(3, START + MINUTE), fixed(4, 5), real(5, 50), number(6, 0),
                bytes(8, number(1, 6), bytes(2, varint(2), varint(3))));
        ReadResult result = read(resource(bytes(2, text(1, "latency"), text(3, "ms"), bytes(10, point, number(2, 1)))));
        assertEquals(5, series(result, "latency.count").values().at(0));
        Histograms buckets = (Histograms) result.datasets().get(1);
        assertEquals(Map.of("route", "/a", "service.name", "front"), series(result, "latency.count").labels());
        assertEquals(5, buckets.intervals().getFirst().buckets().histogram().getTotalCount());
        assertEquals(32e6, buckets.intervals().getFirst().buckets().histogram().getMaxValue() * buckets.nanosPerUnit(), 32e4);
    }

    @Test
    void streamsOfMessages() throws Exception {
        byte[] first = resource(gauge("a", "", 1, START));
        byte[] second = resource(gauge("a", "", 2, START + MINUTE));
        for (byte[] each : List.of(all(first, second), all(framed(first), framed(second)), all(varint(first.length), first, varint(second.length), second))) {
            assertEquals(2, series(read(each), "a").values().size());
        }
    }

    /// As the service documents it: a summary a minute, whose quantiles 0 and 1 are the extremes.
    @Test
    void metricStreamsOfVersionOne() throws Exception {
        byte[] point = bytes(1, attribute(7, "Namespace", text(1, "AWS/EC2")), attribute(7, "MetricName", text(1, "CPUUtilization")),
                attribute(7, "Dimensions", bytes(6, attribute(1, "InstanceId", text(1, "i-1")))), fixed(2, START), fixed(3, START + MINUTE), fixed(4, 2), real(5, 30),
                bytes(6, real(2, 10)), bytes(6, real(1, 1), real(2, 20)));
        byte[] message = bytes(1, bytes(1, attribute(1, "cloud.provider", text(1, "aws"))), bytes(2, bytes(2, text(1, "amazonaws.com/AWS/EC2/CPUUtilization"), text(3, "%"), bytes(11, point))));
        ReadResult result = read(all(varint(message.length), message, varint(message.length), message));
        Metrics.Series count = series(result, "amazonaws.com/AWS/EC2/CPUUtilization.count");
        assertEquals(Metrics.Kind.INCREMENT, count.kind());
        assertEquals(Map.of("Namespace", "AWS/EC2", "MetricName", "CPUUtilization", "InstanceId", "i-1"), count.labels());
        List<Double> extremes = metrics(result).series().stream().filter(each -> each.labels().containsKey("quantile")).map(each -> each.values().at(0)).sorted().toList();
        assertEquals(List.of(10.0, 20.0), extremes);
    }

    @Test
    void metricStreamsOfVersionZeroSeven() throws Exception {
        byte[] label = bytes(1, text(1, "InstanceId"), text(2, "i-1"));
        byte[] summary = bytes(2, text(1, "amazonaws.com/AWS/EC2/CPUUtilization"), text(3, "1"), bytes(11, bytes(1, label, fixed(2, START), fixed(3, START + MINUTE), fixed(4, 2), real(5, 30))));
        byte[] whole = bytes(2, text(1, "queue"), bytes(4, bytes(1, label, fixed(3, START), fixed(4, 12))));
        byte[] none = bytes(2, text(1, "idle"), bytes(5, bytes(1, label, fixed(3, START))));
        byte[] message = bytes(1, bytes(2, bytes(1, text(1, "old")), summary, whole, none));
        ReadResult result = read(all(varint(message.length), message));
        assertEquals(30, series(result, "amazonaws.com/AWS/EC2/CPUUtilization.sum").values().at(0));
        assertEquals(12, series(result, "queue").values().at(0));
        assertEquals("i-1", series(result, "queue").labels().get("InstanceId"));
        assertEquals(0, series(result, "idle").values().at(0));
    }

    @Test
    void aDamagedMetricCostsItself() throws Exception {
        byte[] bad = bytes(2, text(1, "bad"), bytes(5, bytes(1, fixed(3, START), varint(4 << 3 | 2), varint(1_000_000_000L))));
        ReadResult result = read(resource(gauge("a", "", 1, START), bad, gauge("b", "", 2, START)));
        assertEquals(2, metrics(result).series().size());
        assertTrue(result.diagnostics().getFirst().message().startsWith("a metric is damaged: a field is longer than the message around it (byte "), result.diagnostics().toString());
        byte[] whole = resource(gauge("a", "", 1, START), gauge("b", "", 2, START));
        assertEquals(1, metrics(read(Arrays.copyOf(whole, whole.length - 5))).series().size());
    }

    @Test
    void battery() throws Exception {
        byte[] message = resource(gauge("cpu", "1", 0.25, START), sum("requests", 7, 2), histogram());
        ReaderBattery.run(folder, message, "OpenTelemetry OTLP metrics protobuf", false);
        ReaderBattery.run(folder, all(framed(message), framed(message)), "OpenTelemetry OTLP metrics protobuf", false);
    }
}
