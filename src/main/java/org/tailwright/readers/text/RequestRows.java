package org.tailwright.readers.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Rows with a time and a duration, from a delimited text.
final class RequestRows {
    static final Set<String> FAILURES = Set.of("failed", "error", "iserror");
    static final Set<String> SUCCESSES = Set.of("success", "ok", "succeeded", "failed", "error", "iserror");

    private final Survey survey;
    private final int time;
    private final int duration;
    private final int success;
    private final boolean tellsFailures;
    private final boolean ends;
    private final boolean comma;
    private final int width;
    private final double nanos;
    private final TimeFormat format;
    private final Longs.Builder starts = Longs.builder(Unit.TIME);
    private final Longs.Builder durations = Longs.builder(Unit.DURATION);
    private final Map<Integer, Texts.Builder> texts = new LinkedHashMap<>();
    private final Map<Integer, Doubles.Builder> numbers = new LinkedHashMap<>();
    private final BitSet failed = new BitSet();
    private final List<String> assumed = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private long skipped;
    private long previous = TimeFormat.NONE;

    private RequestRows(Survey survey) throws UnreadableFile {
        this.survey = survey;
        time = survey.time();
        duration = survey.duration();
        boolean said = survey.options().mapping().containsKey("failed");
        success = said ? survey.column("failed", Set.of()) : survey.column("success", SUCCESSES, Survey.Holds.TEXT);
        tellsFailures = said || success >= 0 && FAILURES.contains(Survey.bare(survey.dialect().names().get(success)));
        ends = survey.ends(time);
        comma = survey.dialect().decimalComma();
        width = survey.columns().size();
        format = survey.format(time).orElseThrow(() -> new UnreadableFile("the times are in no known format", "line 2", "map start to another column"));
        nanos = unit(survey, duration, assumed);
        for (int i = 0; i < survey.columns().size(); i++) {
            if (i != time && i != duration) {
                switch (survey.columns().get(i)) {
                    case TEXT, TIME -> texts.put(i, Texts.builder());
                    case NUMBER -> {
                        if (i == role("label", Survey.LABELS) || i == role("status", Survey.STATUSES)) {
                            texts.put(i, Texts.builder());
                        } else {
                            numbers.put(i, Doubles.builder(Unit.NONE));
                        }
                    }
                    case NOTHING -> { }
                }
            }
        }
    }

    static ReadResult read(Source source, Survey survey, String format, Work work) throws IOException, UnreadableFile {
        RequestRows rows = new RequestRows(survey);
        Records.each(source, survey.dialect(), rows.diagnostics, work, rows::add);
        return rows.result(source, format);
    }

    private int role(String role, Set<String> names) {
        return survey.column(role, names, Survey.Holds.TEXT, Survey.Holds.NUMBER);
    }

    /// Unit of durations: said by the user, named in the header, or judged by their size, which is said aloud.
    static double unit(Survey survey, int duration, List<String> assumed) {
        boolean comma = survey.dialect().decimalComma();
        String said = survey.options().units().get("duration");
        String name = survey.dialect().names().get(duration);
        if (said != null && Units.nanos(said).isPresent()) {
            return Units.nanos(said).getAsLong();
        }
        if (Units.named(name).isPresent()) {
            return Units.named(name).getAsLong();
        }
        double[] values = survey.dialect().rows().stream().mapToDouble(each -> Numbers.parse(each.get(duration), comma)).filter(each -> !Double.isNaN(each))
                .sorted().toArray();
        double median = values.length == 0 ? 0 : values[values.length / 2];
        boolean fractions = Arrays.stream(values).anyMatch(each -> each != Math.rint(each));
        String unit = fractions && median < 10 ? "s" : fractions || median < 50_000 ? "ms" : median < 1_000_000 ? "us" : "ns";
        assumed.add("durations in " + survey.dialect().column(duration) + " are taken as " + unit + ", judged by their size");
        return Units.nanos(unit).orElse(1);
    }

    private void add(List<String> fields, long line) {
        if (fields.size() != width) {
            if (!(fields.size() == 1 && fields.getFirst().isBlank())) {
                skip(line, fields.size() + " fields where " + survey.columns().size() + " are due");
            }
            return;
        }
        long start = format.nanos(fields.get(time).strip(), previous);
        double length = Numbers.parse(fields.get(duration), comma) * nanos;
        if (start == TimeFormat.NONE || Double.isNaN(length) || length < 0 || length > 4e18) {
            skip(line, start == TimeFormat.NONE ? "the time cannot be read" : "the duration cannot be read");
            return;
        }
        previous = start;
        long whole = Math.round(length);
        starts.add(ends ? start - whole : start);
        durations.add(whole);
        for (var each : texts.entrySet()) {
            String text = fields.get(each.getKey());
            each.getValue().add(Numbers.absent(text) ? null : text);
        }
        for (var each : numbers.entrySet()) {
            double value = Numbers.parse(fields.get(each.getKey()), comma);
            if (Double.isNaN(value)) {
                each.getValue().addMissing();
            } else {
                each.getValue().add(value);
            }
        }
        if (success >= 0 && failure(fields.get(success))) {
            failed.set(starts.size() - 1);
        }
    }

    private boolean failure(String text) {
        boolean yes = Set.of("true", "yes", "ok", "1", "y", "success", "pass").contains(text.strip().toLowerCase(Locale.ROOT));
        return tellsFailures ? yes || !Numbers.absent(text) && !Set.of("false", "no", "0", "n").contains(text.strip().toLowerCase(Locale.ROOT)) : !yes;
    }

    private void skip(long line, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, line, why);
    }

    private ReadResult result(Source source, String name) throws UnreadableFile {
        int n = starts.size();
        if (n == 0) {
            throw new UnreadableFile("no line has a time and a duration", "line 2", "map start and duration to columns");
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        int label = role("label", Survey.LABELS);
        int status = role("status", Survey.STATUSES);
        texts.forEach((i, column) -> columns.put(i == label ? Requests.LABEL : i == status ? Requests.STATUS : free(columns, i), column.build()));
        numbers.forEach((i, column) -> columns.put(free(columns, i), column.build()));
        if (success >= 0) {
            columns.put(Requests.FAILED, Flags.of(failed, n));
        }
        if (!format.assumed().isEmpty()) {
            assumed.add(format.assumed());
        }
        assumed.add(survey.dialect().column(time) + " marks the " + (ends ? "end" : "start") + " of a request");
        Trust trust = new Trust(n, skipped, assumed, List.of());
        Meaning meaning = Meaning.of(Meaning.Duration.UNKNOWN, ends ? Meaning.Stamp.END : Meaning.Stamp.START, 0);
        Dataset rows = new Requests(new Origin(source.name(), source.path(), name, trust), Table.of(columns), meaning);
        return ReadResult.of(name, List.of(rows), diagnostics, skipped);
    }

    /// A column's own name, unless that is one of ours.
    private String free(Map<String, Column> columns, int i) {
        String name = survey.dialect().names().get(i);
        boolean ours = Set.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.STATUS, Requests.FAILED, Requests.THREAD, Requests.ACTIVE,
                Requests.INTENDED, Requests.WEIGHT, Requests.TRACE, Requests.SERVICE).contains(name);
        boolean text = Optional.ofNullable(texts.get(i)).isPresent();
        boolean keeps = ours && text && Set.of(Requests.THREAD, Requests.TRACE, Requests.SERVICE).contains(name);
        return (ours && !keeps || columns.containsKey(name)) ? name + " (column " + (i + 1) + ")" : name;
    }
}
