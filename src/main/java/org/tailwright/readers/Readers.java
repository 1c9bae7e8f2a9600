package org.tailwright.readers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tailwright.readers.cloudwatch.CloudWatchJson;
import org.tailwright.readers.hdr.HdrLog;
import org.tailwright.readers.hdr.PercentileText;
import org.tailwright.readers.influx.InfluxLines;
import org.tailwright.readers.jaeger.JaegerReader;
import org.tailwright.readers.jfr.JfrFile;
import org.tailwright.readers.jmeter.JmeterCsv;
import org.tailwright.readers.otlp.OtlpReader;
import org.tailwright.readers.otlpmetrics.OtlpMetrics;
import org.tailwright.readers.prometheus.PrometheusQuery;
import org.tailwright.readers.prometheus.PrometheusText;
import org.tailwright.readers.sysstat.SadfText;
import org.tailwright.readers.sysstat.SysstatJson;
import org.tailwright.readers.sysstat.SysstatText;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.readers.vmstat.DiskStats;
import org.tailwright.readers.vmstat.DstatCsv;
import org.tailwright.readers.vmstat.VmstatText;
import org.tailwright.work.Work;

/// The list of formats, and how a file finds its reader: the strongest claim wins, the earlier in the list among equals.
public final class Readers {
    /// All readers, in order.
    public static final List<Reader> ALL = List.of(
            new JmeterCsv(),
            new OtlpReader(),
            new OtlpMetrics(),
            new JaegerReader(),
            new HdrLog(),
            new PercentileText(),
            new JfrFile(),
            new CloudWatchJson(),
            new InfluxLines(),
            new PrometheusText(),
            new PrometheusQuery(),
            new SysstatText(),
            new SadfText(),
            new SysstatJson(),
            new VmstatText(),
            new DstatCsv(),
            new DiskStats(),
            DelimitedText.loadPoints(),
            DelimitedText.metrics(),
            DelimitedText.any());

    private Readers() {}

    /// The reader with the strongest claim, if any claims the file.
    public static Optional<Reader> find(Head head) {
        Reader best = null;
        Reader.Claim strongest = Reader.Claim.NO;
        for (Reader each : ALL) {
            Reader.Claim claim = each.recognises(head);
            if (claim.compareTo(strongest) > 0) {
                best = each;
                strongest = claim;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String hint(Head head) {
        String table = DelimitedText.refusal(head);
        return (table.isEmpty() ? "" : "as a table: " + table + "; ") + "`tailwright formats` lists what can be opened";
    }

    /// Opens, recognises and reads a file.
    ///
    /// @throws UnreadableFile when no reader knows it, or the one that does finds no sense in it
    public static ReadResult read(Path path, ReadOptions options, Work work) throws IOException, UnreadableFile {
        try (Source source = Source.of(path)) {
            Head head = source.head();
            if (head.bytes().length == 0) {
                throw new UnreadableFile("the file is empty", "", "");
            }
            Wrapping.check(head);
            Reader reader = find(head).orElseThrow(
                    () -> new UnreadableFile("no format is recognised", "", hint(head)));
            return reader.read(source, options, work);
        } catch (EOFException | ZipException e) {
            throw new UnreadableFile("the compressed content is damaged or cut off", "", "unpack it with a recovery tool first");
        }
    }
}
