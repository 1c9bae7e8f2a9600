package org.tailwright.readers.otlpproto;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.protobuf.Framing;
import org.tailwright.readers.protobuf.Wire;
import org.tailwright.readers.spans.JsonSpans;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.work.Work;

/// OpenTelemetry traces in protobuf.
public final class OtlpProtoReader implements Reader {
    private static final String FORMAT = "OpenTelemetry OTLP protobuf";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "a protobuf message, or several behind their lengths, in which a span with ids of 16 and 8 bytes is found";
    }

    @Override
    public Claim recognises(Head head) {
        return Framing.zstd(head) || framing(head).isPresent() ? Claim.CERTAIN : Claim.NO;
    }

    private static Optional<Framing> framing(Head head) {
        return Framing.of(head, wire -> new ProtoTraces(wire, SpanFeed.ofHexIds(Work.NONE)));
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Head head = source.head();
        if (Framing.zstd(head)) {
            throw new UnreadableFile("the messages in the file are compressed one by one with zstd, which is not read", "byte 4",
                    "let the collector's file exporter write without compression, or gzip the whole file");
        }
        Framing framing = framing(head).orElseThrow(() -> new UnreadableFile("no whole span is at the beginning of the file", "", "is it OTLP in protobuf?"));
        SpanFeed feed = SpanFeed.ofHexIds(work);
        try (InputStream in = source.stream()) {
            Wire wire = new Wire(in);
            framing.read(wire, new ProtoTraces(wire, feed), work);
        } catch (Wire.Malformed e) {
            feed.lost("nothing can be read from here on: " + e.getMessage());
        } catch (EOFException | ZipException e) {
            feed.lost("the compressed content ends early; what came before is kept");
        }
        return JsonSpans.result(feed.finish(), source, FORMAT, "OTLP has ResourceSpans with ScopeSpans with Spans");
    }
}
