package org.tailwright.readers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tailwright.readers.ab.AbGnuplot;
import org.tailwright.readers.ab.AbPercentages;
import org.tailwright.readers.ab.AbText;
import org.tailwright.readers.accesslog.AccessLog;
import org.tailwright.readers.artillery.ArtilleryJson;
import org.tailwright.readers.chrome.ChromeReader;
import org.tailwright.readers.cloudwatch.CloudWatchJson;
import org.tailwright.readers.cpuprofile.V8Profile;
import org.tailwright.readers.datadog.DatadogReader;
import org.tailwright.readers.firefox.FirefoxProfile;
import org.tailwright.readers.folded.FoldedStacks;
import org.tailwright.readers.gatling.GatlingBinary;
import org.tailwright.readers.gatling.GatlingText;
import org.tailwright.readers.gclog.GcLog;
import org.tailwright.readers.hdr.HdrLog;
import org.tailwright.readers.hdr.PercentileText;
import org.tailwright.readers.hey.HeyCsv;
import org.tailwright.readers.hey.HeyText;
import org.tailwright.readers.hey.OhaJson;
import org.tailwright.readers.influx.InfluxLines;
import org.tailwright.readers.jaeger.JaegerReader;
import org.tailwright.readers.jfr.JfrFile;
import org.tailwright.readers.jmeter.JmeterCsv;
import org.tailwright.readers.jmeterxml.JmeterXml;
import org.tailwright.readers.k6.K6Csv;
import org.tailwright.readers.k6.K6Lines;
import org.tailwright.readers.k6.K6Summary;
import org.tailwright.readers.locust.LocustFailures;
import org.tailwright.readers.locust.LocustHistory;
import org.tailwright.readers.locust.LocustStats;
import org.tailwright.readers.jmh.JmhJson;
import org.tailwright.readers.molotov.MolotovLines;
import org.tailwright.readers.otlp.OtlpReader;
import org.tailwright.readers.otlpmetrics.OtlpMetrics;
import org.tailwright.readers.otlpmetrics.OtlpMetricsProto;
import org.tailwright.readers.otlpproto.OtlpProtoReader;
import org.tailwright.readers.perfscript.PerfScript;
import org.tailwright.readers.pprof.LegacyPprof;
import org.tailwright.readers.pprof.PprofReader;
import org.tailwright.readers.prometheus.PrometheusQuery;
import org.tailwright.readers.prometheus.PrometheusText;
import org.tailwright.readers.siege.SiegeLog;
import org.tailwright.readers.siege.SiegeText;
import org.tailwright.readers.spancsv.SpanCsv;
import org.tailwright.readers.speedscope.SpeedscopeReader;
import org.tailwright.readers.sysstat.SadfText;
import org.tailwright.readers.sysstat.SysstatJson;
import org.tailwright.readers.sysstat.SysstatText;
import org.tailwright.readers.tempo.TempoSearch;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.readers.tsung.TsungDump;
import org.tailwright.readers.tsung.TsungLog;
import org.tailwright.readers.vegeta.VegetaBuckets;
import org.tailwright.readers.vegeta.VegetaReport;
import org.tailwright.readers.vegeta.VegetaResults;
import org.tailwright.readers.vmstat.DiskStats;
import org.tailwright.readers.vmstat.DstatCsv;
import org.tailwright.readers.vmstat.VmstatText;
import org.tailwright.readers.wrk.WrkText;
import org.tailwright.readers.ycsb.YcsbJson;
import org.tailwright.readers.ycsb.YcsbText;
import org.tailwright.readers.zipkin.ZipkinReader;
import org.tailwright.work.Work;

/// The list of formats, and how a file finds its reader: the strongest claim wins, the earlier in the list among equals.
public final class Readers {
    /// All readers, in order.
    public static final List<Reader> ALL = List.of(
            new JmeterCsv(),
            new JmhJson(),
            new JmeterXml(),
            new OtlpReader(),
            new OtlpProtoReader(),
            new OtlpMetrics(),
            new OtlpMetricsProto(),
            new JaegerReader(),
            new AbText(),
            new AbGnuplot(),
            new AbPercentages(),
            new ArtilleryJson(),
            new HeyText(),
            new HeyCsv(),
            new OhaJson(),
            new MolotovLines(),
            new SiegeText(),
            new SiegeLog(),
            new TsungDump(),
            new TsungLog(),
            new VegetaResults(),
            new VegetaReport(),
            new VegetaBuckets(),
            new WrkText(),
            new YcsbText(),
            new YcsbJson(),
            new ChromeReader(),
            new DatadogReader(),
            new TempoSearch(),
            new ZipkinReader(),
            new SpanCsv(),
            new HdrLog(),
            new PercentileText(),
            new JfrFile(),
            new FoldedStacks(),
            new SpeedscopeReader(),
            new PprofReader(),
            new LegacyPprof(),
            new PerfScript(),
            new V8Profile(),
            new FirefoxProfile(),
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
            new GatlingText(),
            new GatlingBinary(),
            new GcLog(),
            AccessLog.envoy(),
            AccessLog.common(),
            AccessLog.haproxy(),
            AccessLog.w3c(),
            AccessLog.aws(),
            AccessLog.awsNetwork(),
            AccessLog.json(),
            AccessLog.keyValue(),
            new K6Csv(),
            new K6Lines(),
            new K6Summary(),
            new LocustStats(),
            new LocustHistory(),
            new LocustFailures(),
            DelimitedText.loadPoints(),
            DelimitedText.metrics(),
            DelimitedText.any());

    private Readers() {}

    /// The reader with the strongest claim, if any claims the file.
    public static Optional<Reader> find(Head head) {
        Reader best = null;
        Reader.Claim strongest = Reader.Claim.NO;
        for (Reader each : ALL) {
            if (strongest == Reader.Claim.CERTAIN) {
                break; // no later claim is stronger, and some readers look closely
            }
            Reader.Claim claim = each.recognises(head);
            if (claim.compareTo(strongest) > 0) {
                best = each;
                strongest = claim;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The reader of a file; one that nobody claims can be read as a table when its columns are mapped.
    private static Reader reader(Head head, ReadOptions options) throws UnreadableFile {
        Optional<Reader> found = find(head);
        if (found.isPresent()) {
            return found.get();
        }
        boolean table = DelimitedText.splits(head);
        if (table && !options.mapping().isEmpty()) {
            return DelimitedText.any();
        }
        UnreadableFile refusal = refusal(head);
        throw table ? refusal.asMappable() : refusal;
    }

    /// The refusal of a file that nobody claims: what it comes nearest to, and for text what is missing for a table.
    private static UnreadableFile refusal(Head head) {
        UnreadableFile nearest = Guesses.of(head, ALL);
        String table = DelimitedText.refusal(head);
        return table.isEmpty() ? nearest : new UnreadableFile(nearest.getMessage(), nearest.position(), "as a table: " + table + "; " + nearest.hint());
    }

    /// Opens, recognises and reads a file.
    ///
    /// @param work hears of the bytes on disk, anew from 0 where a reader goes through the file twice
    /// @throws UnreadableFile when no reader knows it, or the one that does finds no sense in it
    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    public static ReadResult read(Path path, ReadOptions options, Work work) throws IOException, UnreadableFile {
        try (Source source = Source.of(path, work)) {
            Head head = source.head();
            if (head.bytes().length == 0) {
                throw new UnreadableFile("the file is empty", "", "");
            }
            Wrapping.check(head);
            return reader(head, options).read(source, options, work);
        } catch (Inflated.Bomb e) {
            throw new UnreadableFile("the file " + e.getMessage(), "", "unpack it with another tool if it is meant to be so");
        } catch (EOFException | ZipException e) {
            throw new UnreadableFile("the compressed content is damaged or cut off", "", "unpack it with a recovery tool first");
        } finally {
            work.check(); // libraries take a stream that was stopped for a damaged one
        }
    }
}
