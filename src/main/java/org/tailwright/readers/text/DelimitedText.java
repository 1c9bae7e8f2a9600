package org.tailwright.readers.text;

import java.io.IOException;
import java.util.Set;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Any delimited text. What it holds follows from what the user maps, else from the columns' names and contents: requests (a time and a
/// duration), durations without times, metrics (a time and numbers) or load points (load and throughput).
public final class DelimitedText implements Reader {
    /// What a delimited text can be claimed as.
    private enum Kind { METRICS, LOADPOINTS, ANY }

    private static final Set<String> FORMATS = Set.of("delimited text", "metrics CSV", "load points");

    /// What the CSV parser takes.
    static final int MOST_COLUMNS = 16_384;

    private final Kind kind;
    private final String format;
    private final String recognised;

    private DelimitedText(Kind kind, String format, String recognised) {
        this.kind = kind;
        this.format = format;
        this.recognised = recognised;
    }

    /// The last resort: claims every table with a header and numbers, so that a mapping can be given.
    public static DelimitedText any() {
        return new DelimitedText(Kind.ANY, "delimited text", "lines with equal numbers of fields, one a time or a number");
    }

    /// Claims tables of load against throughput, as scalability studies keep them.
    public static DelimitedText loadPoints() {
        return new DelimitedText(Kind.LOADPOINTS, "load points",
                "the header names a load (N, users, threads, nodes) and a throughput (X, tps, rps), and no time");
    }

    /// Claims series of metrics over time, wide or long.
    public static DelimitedText metrics() {
        return new DelimitedText(Kind.METRICS, "metrics CSV",
                "a column of times beside columns of numbers, or metric, label and value columns");
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public String recognisedBy() {
        return recognised;
    }

    @Override
    public Claim recognises(Head head) {
        return Survey.of(head, ReadOptions.DEFAULT).filter(this::fits).isPresent() ? Claim.MAYBE : Claim.NO;
    }

    /// Why a file that nobody claims is no table either, for people who thought it was one; empty for bytes.
    public static String refusal(Head head) {
        return !TableGuesses.text(head) ? "" : Survey.of(head, ReadOptions.DEFAULT).map(TableGuesses::of).orElseGet(() -> TableGuesses.of(head));
    }

    private boolean fits(Survey survey) {
        return switch (kind) {
            case METRICS -> survey.shape() == Survey.Shape.METRICS;
            case LOADPOINTS -> survey.shape() == Survey.Shape.LOADPOINTS;
            case ANY -> survey.shape() != Survey.Shape.NONE
                    || survey.dialect().header() && survey.columns().contains(Survey.Holds.NUMBER) && survey.dialect().delimiter() != ' '
                    || !survey.dialect().header() && survey.columns().stream().allMatch(Survey.Holds.NUMBER::equals);
        };
    }

    /// Whether a file is a table in which something can be measured, so that a mapping of its columns makes it readable.
    public static boolean splits(Head head) {
        return Survey.of(head, ReadOptions.DEFAULT)
                .filter(survey -> survey.columns().contains(Survey.Holds.NUMBER)).isPresent();
    }

    /// Whether a data set with this format came from here.
    public static boolean wrote(String format) {
        return FORMATS.contains(format);
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        try {
            return mapped(source, options, work);
        } catch (UnreadableFile e) {
            throw splits(source.head()) ? e.asMappable() : e;
        }
    }

    private static ReadResult mapped(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Head head = source.head();
        Survey survey = Survey.of(head, options)
                .orElseThrow(() -> new UnreadableFile("the lines do not have equal numbers of fields: " + TableGuesses.of(head), "line 1", "is it a delimited text?"));
        survey.check();
        return switch (survey.shape()) {
            case REQUESTS -> RequestRows.read(source, survey, "delimited text", work);
            case DURATIONS -> DurationRows.read(source, survey, "delimited text", work);
            case METRICS -> MetricRows.read(source, survey, "metrics CSV", work);
            case LOADPOINTS -> PointRows.read(source, survey, "load points", work);
            case NONE -> throw new UnreadableFile("no columns are known as a time with values, or as load and throughput", "line 1",
                    TableGuesses.of(survey) + "; map start and duration, duration alone, start and value, or load and throughput to columns among "
                            + TableGuesses.names(survey.dialect().names()));
        };
    }
}
