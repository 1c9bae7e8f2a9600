package org.tailwright.readers.pprof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Recording;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.readers.Reader;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.ProfileFiles;

class PprofReaderTest {
    @TempDir
    Path folder;

    /// main (location 1) calls f with g inlined (location 2), or an address without a name in a library (location 3).
    private static byte[] profile(boolean packed, String defaultType) {
        ProtoWriter out = new ProtoWriter();
        out.message(1, out.text("samples"), out.text("count")).message(1, out.text("cpu"), out.text("nanoseconds"));
        sample(out, packed, new long[] {2, 1}, new long[] {3, 30_000_000}, label(out, "thread", "w1"));
        sample(out, packed, new long[] {3, 1}, new long[] {1, 10_000_000}, label(out, "request", "GET /"));
        sample(out, packed, new long[] {1}, new long[] {0, -5}, new byte[0]);
        out.message(3, 1, 0x1000, 0x9000, 0, out.text("/usr/lib/libx.so"));
        location(out, 1, 0x10, 1);
        location(out, 2, 0x20, 3, 2);
        location(out, 3, 0x1f40);
        out.message(5, 1, out.text("main.main"), 0, out.text("m.go")).message(5, 2, out.text("main.f"), 0, out.text("m.go"));
        out.message(5, 3, out.text("main.g"), 0, out.text("m.go"));
        out.number(9, 1_600_000_000_000_000_000L).number(10, 2_000_000_000L).message(11, out.text("cpu"), out.text("nanoseconds")).number(12, 10_000_000);
        out.number(14, out.text(defaultType)).number(7, out.text("runtime.*"));
        return out.texts().done();
    }

    private static byte[] label(ProtoWriter out, String key, String value) {
        return new ProtoWriter().number(1, out.text(key)).number(2, out.text(value)).done();
    }

    private static void sample(ProtoWriter out, boolean packed, long[] locations, long[] values, byte[] label) {
        ProtoWriter sample = new ProtoWriter();
        if (packed) {
            sample.bytes(1, ProtoWriter.varints(locations)).bytes(2, ProtoWriter.varints(values));
        } else {
            Arrays.stream(locations).forEach(each -> sample.number(1, each));
            Arrays.stream(values).forEach(each -> sample.number(2, each));
        }
        if (label.length > 0) {
            sample.bytes(3, label);
        }
        out.bytes(2, sample.done());
    }

    private static void location(ProtoWriter out, long id, long address, long... functions) {
        ProtoWriter location = new ProtoWriter().number(1, id).number(2, 1).number(3, address);
        Arrays.stream(functions).forEach(each -> location.message(4, each, 7));
        out.bytes(4, location.done());
    }

    @Test
    void eachValueIsARecordingTheDefaultFirst() throws Exception {
        ReadResult result = ProfileFiles.read(folder, profile(true, ""));
        assertEquals(List.of("cpu=2 40000000ns", "samples=2 4"), ProfileFiles.totals(result));
        Recording cpu = ProfileFiles.recordings(result).getFirst();
        assertEquals(List.of("n:main.main;n:main.f;i:main.g 30000000 w1", "n:main.main;n:0x1f40 libx.so 10000000 -"), ProfileFiles.rows(cpu));
        assertEquals("GET /", cpu.samples().samples().texts("request").orElseThrow().at(1));
        assertEquals(new TimeSpan(1_600_000_000_000_000_000L, 1_600_000_002_000_000_000L), cpu.span().orElseThrow());
        assertEquals("10000000 nanoseconds of cpu", cpu.settings().get("pprof#period"));
        assertEquals(List.of("left out: 1 value below zero, as differences of two profiles have"), cpu.origin().trust().doubts());
        assertTrue(result.diagnostics().getFirst().message().contains("drop_frames runtime.*"));
        assertEquals("samples=2 4", ProfileFiles.totals(ProfileFiles.read(folder, profile(false, "samples"))).getFirst());
    }

    @Test
    void countsAreNamedAfterWhatTheyCount() {
        assertEquals(Unit.of("objects"), new ValueType("alloc_objects", "count").weight().unit());
        assertEquals(Unit.of("contentions"), new ValueType("contentions", "count").weight().unit());
        assertEquals(Unit.COUNT, new ValueType("samples", "count").weight().unit());
        assertEquals(1e6, new ValueType("wall", "milliseconds").weight().factor());
        assertEquals(Unit.BYTES, new ValueType("inuse_space", "bytes").weight().unit());
        assertEquals(Unit.of("cycles"), new ValueType("x", "cycles").weight().unit());
    }

    @Test
    void timeStampsInLabelsMarkTheEnd() throws Exception {
        ProtoWriter out = new ProtoWriter();
        out.message(1, out.text("wall"), out.text("nanoseconds"));
        byte[] stamp = new ProtoWriter().number(1, out.text("end_timestamp_ns")).number(3, 5_000_000_123L).done();
        sample(out, true, new long[] {1}, new long[] {1000}, stamp);
        assertEquals(List.of("n:(unknown) 1000 @4999999123"), ProfileFiles.rows(ProfileFiles.recordings(ProfileFiles.read(folder, out.texts().done())).getFirst()));
    }

    @Test
    void hostileLengthsAreNotBelieved() throws Exception {
        byte[] whole = profile(true, "");
        ProtoWriter huge = new ProtoWriter();
        huge.bytes(1, ProtoWriter.varints(8, 1, 16, 2)).number(9, 1);
        byte[] long_ = Arrays.copyOf(huge.done(), huge.done().length + 6);
        long_[huge.done().length] = 0x12;
        Arrays.fill(long_, huge.done().length + 1, long_.length - 1, (byte) 0xff);
        long_[long_.length - 1] = 0x07;
        assertThrows(UnreadableFile.class, () -> ProfileFiles.read(folder, long_));
        ReadResult cut = ProfileFiles.read(folder, Arrays.copyOf(whole, whole.length - 20));
        assertEquals(1, cut.diagnostics().stream().filter(each -> each.message().startsWith("the profile breaks off")).count());
        assertTrue(cut.datasets().getFirst().rows() > 0);
    }

    @Test
    void otherProtobufIsNotTaken() {
        byte[] otlp = new ProtoWriter().bytes(1, new ProtoWriter().bytes(1, new byte[] {10, 0}).bytes(2, new byte[] {10, 0}).done()).done();
        assertEquals(Reader.Claim.NO, new PprofReader().recognises(new org.tailwright.readers.Head("x", otlp, true)));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, profile(true, ""), "pprof", false);
    }

    @Test
    void sharedSample() throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-pprof/large.cpu");
        assertEquals(List.of("cpu=20430 240290000000ns", "samples=20430 24029"), ProfileFiles.totals(result));
        assertEquals(240_359_136_496L, result.datasets().getFirst().span().orElseThrow().length());
        assertEquals(0, result.problems());
    }
}
