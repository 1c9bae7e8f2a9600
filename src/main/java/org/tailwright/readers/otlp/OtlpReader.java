package org.tailwright.readers.otlp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipException;
import org.tailwright.readers.Diagnostic;
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
import org.tailwright.work.Pool;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// OpenTelemetry traces as OTLP JSON: one document, or JSON Lines read on all cores; also inside the answers of Jaeger (`result`) and Tempo (`trace`).
public final class OtlpReader implements Reader {
    private static final String FORMAT = "OpenTelemetry OTLP JSON";
    /// Spans of a document are handed on in blocks of this size.
    private static final int BLOCK = 1 << 14;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with a member resourceSpans, whole or one object a line";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Claim.NO;
        }
        if (text.contains("\"resourceSpans\"") || text.contains("\"resource_spans\"")
                || text.contains("\"batches\"") && (text.contains("\"scopeSpans\"") || text.contains("\"instrumentationLibrarySpans\""))) {
            return Claim.CERTAIN;
        }
        return text.contains("\"resourceMetrics\"") || text.contains("\"resourceLogs\"") ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SpanMerge merge = new SpanMerge(SpanBlock.ofHexIds());
        boolean others = switch (shape(source)) {
            case LINES -> lines(source, merge, work);
            case DOCUMENT -> document(source, merge, work);
        };
        Diagnostics diagnostics = merge.diagnostics();
        if (merge.size() == 0 && others) {
            throw new UnreadableFile("the file holds OpenTelemetry metrics or logs and no spans", "", "export the traces instead");
        }
        if (merge.size() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no span could be read: " + diagnostics.first().getFirst().message(), "",
                    "OTLP JSON has resourceSpans with scopeSpans with spans");
        }
        if (merge.size() == 0) {
            diagnostics.note("the file is whole and holds no spans");
            return ReadResult.of(FORMAT, List.of(), diagnostics, merge.skipped());
        }
        return ReadResult.of(FORMAT, List.of(SpanTable.of(merge, source, FORMAT, work)), diagnostics, merge.skipped());
    }

    private static OtlpShape shape(Source source) throws IOException {
        try (InputStream in = source.stream()) {
            return OtlpShape.of(in);
        } catch (EOFException | ZipException e) {
            return OtlpShape.LINES;
        }
    }

    private static boolean lines(Source source, SpanMerge merge, Work work) throws IOException {
        long total = source.zipped() ? -1 : source.size();
        AtomicBoolean others = new AtomicBoolean();
        try (InputStream in = source.stream()) {
            LineBlocks blocks = new LineBlocks(in);
            Pool.map(Pool.cores(), work, _ -> {
                if (fetch(blocks, merge, work, total)) {
                    others.set(true);
                }
                return "";
            });
            if (blocks.damaged()) {
                merge.diagnostics().add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the compressed content ends early; what came before is kept"));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return others.get();
    }

    /// What one thread does: fetch, read, hand over, until nothing is left.
    private static boolean fetch(LineBlocks blocks, SpanMerge merge, Work work, long total) {
        OtlpLines lines = new OtlpLines(true);
        byte[] buffer = new byte[0];
        try {
            for (LineBlocks.Block block = blocks.next(buffer); block != null; block = blocks.next(buffer)) {
                work.check();
                buffer = block.bytes();
                SpanBlock spans = lines.read(block.bytes(), block.to());
                if (block.number() == 0 && total > 0) {
                    merge.expect((long) (1.03 * spans.size() / block.to() * total));
                }
                merge.offer(block.number(), spans);
                            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.otherSignals();
    }

    private static boolean document(Source source, SpanMerge merge, Work work) throws IOException {
        AtomicInteger number = new AtomicInteger();
        OtlpTokens tokens = new OtlpTokens(SpanBlock.ofHexIds(), BLOCK, block -> {
            work.check();
            merge.offer(number.getAndIncrement(), block);
        });
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser, -1);
        } catch (JacksonException e) {
            tokens.block().lost(-1, "the JSON breaks off here: " + Json.mistake(e));
        }
        merge.offer(number.getAndIncrement(), tokens.block());
        return tokens.otherSignals();
    }
}
