package org.tailwright.readers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tailwright.readers.hdr.HdrLog;
import org.tailwright.readers.hdr.PercentileText;
import org.tailwright.readers.jaeger.JaegerReader;
import org.tailwright.readers.jfr.JfrFile;
import org.tailwright.readers.jmeter.JmeterCsv;
import org.tailwright.readers.otlp.OtlpReader;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.work.Work;

/// The list of formats, and how a file finds its reader: the strongest claim wins, the earlier in the list among equals.
public final class Readers {
    /// All readers, in order.
    public static final List<Reader> ALL = List.of(
            new JmeterCsv(),
            new OtlpReader(),
            new JaegerReader(),
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
