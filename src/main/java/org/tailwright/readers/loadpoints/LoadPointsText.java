package org.tailwright.readers.loadpoints;

import java.io.IOException;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.work.Work;

/// Tables of load against throughput, as scalability studies keep them. The reading itself is that of any delimited text.
public final class LoadPointsText implements Reader {
    private final DelimitedText text = new DelimitedText(DelimitedText.Kind.LOADPOINTS, "load points",
            "the header names a load (N, users, threads, nodes) and a throughput (X, tps, rps), and no time");

    @Override
    public String format() {
        return text.format();
    }

    @Override
    public String recognisedBy() {
        return text.recognisedBy();
    }

    @Override
    public Claim recognises(Head head) {
        return text.recognises(head);
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        return text.read(source, options, work);
    }
}
