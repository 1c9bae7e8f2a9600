package org.tailwright.readers.otlpproto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.protobuf.ProtoBytes.all;
import static org.tailwright.readers.protobuf.ProtoBytes.attribute;
import static org.tailwright.readers.protobuf.ProtoBytes.bytes;
import static org.tailwright.readers.protobuf.ProtoBytes.fixed;
import static org.tailwright.readers.protobuf.ProtoBytes.framed;
import static org.tailwright.readers.protobuf.ProtoBytes.number;
import static org.tailwright.readers.protobuf.ProtoBytes.text;
import static org.tailwright.readers.protobuf.ProtoBytes.varint;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFiles;

/// Messages are written here field by field.
class OtlpProtoReaderTest {
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder;

    private static byte[] id(int length, int last) {
        byte[] id = new byte[length];
        id[0] = (byte) 0xab;
        id[length - 1] = (byte) last;
        return id;
    }

    private static byte[] root() {
        return bytes(2, bytes(1, id(16, 1)), bytes(2, id(8, 1)), text(3, "ot=th:c"), text(5, "GET /"), number(6, 2), fixed(7, START), fixed(8, START + 1000),
                attribute(9, "n", number(3, -5)), attribute(9, "d", fixed(4, Double.doubleToLongBits(1.5))),
                attribute(9, "l", bytes(5, bytes(1, text(1, "a")), bytes(1, number(2, 1)))),
                attribute(9, "m", bytes(6, attribute(1, "k", text(1, "v")))), bytes(11, text(2, "event")), bytes(15, text(2, "bad"), number(3, 2)));
    }

    private static byte[] child(int last) {
        return bytes(2, bytes(1, id(16, 1)), bytes(2, id(8, last)), bytes(4, id(8, 1)), text(5, "call"), number(6, 3), fixed(7, START + 10), fixed(8, START + 20));
    }

    private static byte[] traces(byte[]... spans) {
        return bytes(1, bytes(1, attribute(1, "service.name", text(1, "front")), attribute(1, "host", text(1, "h"))), bytes(2, bytes(1, text(1, "scope")), all(spans)));
    }

    private Traces read(byte[] file) throws Exception {
        return SpanFiles.traces(SpanFiles.read(folder, file));
    }

    @Test
    void oneMessage() throws Exception {
        Traces traces = read(traces(root(), child(2)));
        String trace = "ab0000000000000000000000000000" + "01";
        assertEquals(List.of("start=" + START + " duration=1000 label=GET / service=front trace=" + trace
                        + " span=ab00000000000001 parent=- kind=server failed=true weight=4.0 host=h d=1.5 l=[a, true] m={k=v} n=-5 ",
                "start=" + (START + 10) + " duration=10 label=call service=front trace=" + trace
                        + " span=ab00000000000002 parent=ab00000000000001 kind=client failed=false weight=4.0 host=h d=- l=- m=- n=- "), SpanFiles.rows(traces));
    }

    @Test
    void streamsOfMessages() throws Exception {
        byte[] first = traces(root());
        byte[] second = traces(child(2), child(3));
        assertEquals(3, read(all(framed(first), framed(second))).rows());
        assertEquals(3, read(all(varint(first.length), first, varint(second.length), second)).rows());
        assertEquals(3, read(all(first, second)).rows());
    }

    @Test
    void resourcesBehindTheirSpansCount() throws Exception {
        byte[] late = bytes(1, bytes(2, root()), bytes(1, attribute(1, "service.name", text(1, "late"))));
        assertEquals(List.of("late"), SpanFiles.column(read(late), Requests.SERVICE));
    }

    @Test
    void aDamagedSpanCostsItself() throws Exception {
        byte[] bad = bytes(2, bytes(1, id(16, 1)), varint(2 << 3 | 2), varint(1_000_000_000_000L), id(8, 2));
        ReadResult result = SpanFiles.read(folder, traces(root(), bad, child(3)));
        assertEquals(2, result.datasets().getFirst().rows());
        assertTrue(result.diagnostics().getFirst().message().startsWith("a span is damaged: a field is longer than the message around it (byte "));
    }

    @Test
    void aCutFileKeepsWholeSpans() throws Exception {
        byte[] whole = framed(traces(root(), child(2), child(3)));
        ReadResult result = SpanFiles.read(folder, Arrays.copyOf(whole, whole.length - 10));
        assertEquals(2, result.datasets().getFirst().rows());
        assertEquals(List.of("front"), SpanFiles.column(SpanFiles.traces(result), Requests.SERVICE).stream().distinct().toList());
        assertTrue(result.diagnostics().getFirst().message().startsWith("nothing can be read from here on: the file ends in the middle of a message"));
    }

    @Test
    void metricsAndCompressedMessagesAreRefused() {
        assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, bytes(1, bytes(2, bytes(2, text(1, "a metric with a rather long name"), text(2, "unit"))))));
        byte[] zstd = framed(all(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, new byte[40]));
        UnreadableFile refused = assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, zstd));
        assertTrue(refused.getMessage().contains("zstd"), refused.getMessage());
    }

    @Test
    void battery() throws Exception {
        ReaderBattery.run(folder, traces(root(), child(2), child(3)), "OpenTelemetry OTLP protobuf", false);
        ReaderBattery.run(folder, all(framed(traces(root(), child(2))), framed(traces(child(3)))), "OpenTelemetry OTLP protobuf", false);
    }
}
