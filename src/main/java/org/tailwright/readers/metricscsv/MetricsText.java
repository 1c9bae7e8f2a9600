package org.tailwright.readers.metricscsv;

import java.io.IOException;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.DelimitedText;
import org.tailwright.work.Work;

/// Series of metrics over time as delimited text, wide or long. The reading itself is that of any delimited text.
public final class MetricsText implements Reader {
    private final DelimitedText text = new DelimitedText(DelimitedText.Kind.METRICS, "metrics CSV",
            "a column of times beside columns of numbers, or metric, label and value columns");

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
