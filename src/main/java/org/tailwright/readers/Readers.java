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
import org.tailwright.readers.artillery.ArtilleryJson;
import org.tailwright.readers.hdr.HdrLog;
import org.tailwright.readers.hdr.PercentileText;
import org.tailwright.readers.hey.HeyCsv;
import org.tailwright.readers.hey.HeyText;
import org.tailwright.readers.hey.OhaJson;
import org.tailwright.readers.jaeger.JaegerReader;
import org.tailwright.readers.jfr.JfrFile;
import org.tailwright.readers.jmeter.JmeterCsv;
import org.tailwright.readers.jmh.JmhJson;
import org.tailwright.readers.molotov.MolotovLines;
import org.tailwright.readers.otlp.OtlpReader;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.readers.siege.SiegeLog;
import org.tailwright.readers.siege.SiegeText;
import org.tailwright.readers.tsung.TsungDump;
import org.tailwright.readers.tsung.TsungLog;
import org.tailwright.readers.vegeta.VegetaBuckets;
import org.tailwright.readers.vegeta.VegetaReport;
import org.tailwright.readers.vegeta.VegetaResults;
import org.tailwright.readers.wrk.WrkText;
import org.tailwright.readers.ycsb.YcsbJson;
import org.tailwright.readers.ycsb.YcsbText;
import org.tailwright.work.Work;

/// The list of formats, and how a file finds its reader: the strongest claim wins, the earlier in the list among equals.
public final class Readers {
    /// All readers, in order.
    public static final List<Reader> ALL = List.of(
            new JmeterCsv(),
            new JmhJson(),
            new OtlpReader(),
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
            new HdrLog(),
            new PercentileText(),
            new JfrFile(),
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
                    () -> new UnreadableFile("no format is recognised", "", "`tailwright formats` lists what can be opened"));
            return reader.read(source, options, work);
        } catch (EOFException | ZipException e) {
            throw new UnreadableFile("the compressed content is damaged or cut off", "", "unpack it with a recovery tool first");
        }
    }
}
