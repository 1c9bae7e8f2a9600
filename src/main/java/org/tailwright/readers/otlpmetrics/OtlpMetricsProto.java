package org.tailwright.readers.otlpmetrics;

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
import org.tailwright.work.Work;

/// OpenTelemetry metrics in protobuf: one message, or a stream of messages behind their lengths, as the collector and CloudWatch's metric streams
/// (formats OpenTelemetry 0.7 and 1.0) write them.
public final class OtlpMetricsProto implements Reader {
    private static final String FORMAT = "OpenTelemetry OTLP metrics protobuf";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "a protobuf message, or several behind their lengths, in which a metric's data point with a time is found";
    }

    @Override
    public Claim recognises(Head head) {
        return framing(head).isPresent() ? Claim.CERTAIN : Claim.NO;
    }

    private static Optional<Framing> framing(Head head) {
        return Framing.of(head, wire -> new ProtoMetrics(wire, new MetricSeries(ReadOptions.DEFAULT), Work.NONE));
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Framing framing = framing(source.head()).orElseThrow(() -> new UnreadableFile("no data point is at the beginning of the file", "", "is it OTLP in protobuf?"));
        MetricSeries series = new MetricSeries(options);
        try (InputStream in = source.stream()) {
            Wire wire = new Wire(in);
            framing.read(wire, new ProtoMetrics(wire, series, work), work);
        } catch (Wire.Malformed e) {
            series.skip("nothing can be read from here on: " + e.getMessage());
        } catch (EOFException | ZipException e) {
            series.skip("the compressed content ends early; what came before is kept");
        }
        return series.result(source, FORMAT, "OTLP has ResourceMetrics with ScopeMetrics with Metrics");
    }
}
