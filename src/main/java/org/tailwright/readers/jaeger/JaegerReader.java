package org.tailwright.readers.jaeger;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanMerge;
import org.tailwright.readers.spans.SpanTable;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Jaeger traces in JSON: `{"data": [trace, …]}` of the query API and the UI, or a trace by itself. Times are microseconds.
public final class JaegerReader implements Reader {
    private static final String FORMAT = "Jaeger JSON";
    private static final int BLOCK = 1 << 14;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with members traceID, spanID and operationName";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Claim.NO;
        }
        boolean spans = text.contains("\"spanID\"") && text.contains("\"operationName\"");
        if (spans && text.contains("\"traceID\"")) {
            return Claim.CERTAIN;
        }
        return spans || text.contains("\"processes\"") && text.contains("\"serviceName\"") ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SpanMerge merge = new SpanMerge(SpanBlock.ofTextIds());
        AtomicInteger number = new AtomicInteger();
        JaegerTokens tokens = new JaegerTokens(SpanBlock.ofTextIds(), block -> {
            if (block.size() < BLOCK) {
                return block;
            }
            work.check();
            merge.offer(number.getAndIncrement(), block);
            return SpanBlock.ofTextIds();
        });
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser);
        } catch (JacksonException e) {
            tokens.block().lost(-1, "the JSON breaks off here: " + Json.mistake(e));
        }
        merge.offer(number.getAndIncrement(), tokens.block());
        Diagnostics diagnostics = merge.diagnostics();
        if (merge.size() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no span could be read: " + diagnostics.first().getFirst().message(), "",
                    "Jaeger's JSON has data with spans and processes");
        }
        return ReadResult.of(FORMAT, merge.size() == 0 ? List.of() : List.of(SpanTable.of(merge, source, FORMAT)), diagnostics, merge.skipped());
    }
}
