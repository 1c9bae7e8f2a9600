package org.tailwright.readers.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesUnits;
import org.tailwright.work.Work;

/// Series of numbers over time, from a delimited text: one column for each series, or one row for each value with the metric's name in it.
/// Texts that repeat tell series apart as labels.
final class MetricRows {
    private static final int MOST_SERIES = 5000;
    private static final Pattern START = Pattern.compile("StartTime: (\\d{9,11}(?:\\.\\d+)?)");
    private static final Pattern PERCENTILE = Pattern.compile("min|max|mean|p\\d{1,6}");
    private static final Pattern UNIT = Pattern.compile(".*[(\\[]([^()\\[\\]]{1,12})[)\\]]");

    private final Survey survey;
    private final int time;
    private final TimeFormat format;
    private final long base;
    private final int metric;
    private final List<Integer> numbers = new ArrayList<>();
    private final Map<Integer, Quantities> quantities = new HashMap<>();
    private final List<Integer> labels = new ArrayList<>();
    private final Map<List<String>, List<SeriesRows>> groups = new LinkedHashMap<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<String> assumed = new ArrayList<>();
    private int series;
    private long skipped;
    private long previous = TimeFormat.NONE;
    private long kept;

    private MetricRows(Survey survey) throws UnreadableFile {
        this.survey = survey;
        time = survey.time();
        format = survey.format(time).orElseThrow(() -> new UnreadableFile("the times are in no known format", "line 2", "map start to another column"));
        base = format.form() == TimeFormat.Form.RELATIVE ? start() : 0;
        boolean rowEach = survey.metric() >= 0 && survey.value() >= 0;
        metric = rowEach ? survey.metric() : -1;
        boolean one = rowEach || !survey.options().mapping().getOrDefault("value", Survey.EVERY).equals(Survey.EVERY);
        for (int i = 0; i < survey.columns().size(); i++) {
            Survey.Holds holds = survey.columns().get(i);
            if (i == time || i == metric || holds == Survey.Holds.NOTHING) {
                continue;
            }
            Optional<Quantities> quantity = survey.quantities(i);
            if (quantity.isPresent() && (!one || i == survey.value())) {
                quantities.put(i, quantity.get());
                numbers.add(i);
            } else if (holds == Survey.Holds.TEXT) {
                label(i);
            } else if (holds == Survey.Holds.NUMBER && (one ? i == survey.value() : !survey.epoch(i))) {
                numbers.add(i);
            }
        }
        if (numbers.size() > MOST_SERIES) {
            diagnostics.note("of " + numbers.size() + " columns of numbers the first " + MOST_SERIES + " are read");
            numbers.subList(MOST_SERIES, numbers.size()).clear();
        }
    }

    /// The start that a comment names for times relative to it.
    private long start() {
        for (String each : survey.dialect().comments()) {
            Matcher match = START.matcher(each);
            if (match.find()) {
                return Math.round(Double.parseDouble(match.group(1)) * 1e3) * 1_000_000;
            }
        }
        assumed.add(format.assumed());
        return 0;
    }

    /// A text column that repeats is a label; one that differs in nearly every row is not.
    private void label(int column) {
        List<List<String>> rows = survey.dialect().rows();
        Set<String> distinct = new HashSet<>(rows.stream().map(each -> each.get(column)).toList());
        if (distinct.size() == 1 || 2 * distinct.size() <= rows.size()) {
            labels.add(column);
        } else {
            diagnostics.note((survey.dialect().names().get(column).startsWith("column ") ? "" : "column ") + survey.dialect().names().get(column) + " differs in nearly every row and is left out");
        }
    }

    static ReadResult read(Source source, Survey survey, String format, Work work) throws IOException, UnreadableFile {
        MetricRows rows = new MetricRows(survey);
        Records.each(source, survey.dialect(), rows.diagnostics, work, rows::add);
        return rows.result(source, format);
    }

    private void add(List<String> fields, long line) {
        if (fields.equals(survey.dialect().names())) {
            return;
        }
        if (fields.size() != survey.columns().size()) {
            if (!(fields.size() == 1 && fields.getFirst().isBlank())) {
                skip(line, fields.size() + " fields where " + survey.columns().size() + " are due");
            }
            return;
        }
        long at = format.nanos(fields.get(time).strip(), previous);
        if (at == TimeFormat.NONE) {
            skip(line, "the time cannot be read");
            return;
        }
        List<String> key = new ArrayList<>();
        if (metric >= 0) {
            key.add(fields.get(metric));
        }
        labels.forEach(i -> key.add(fields.get(i)));
        List<SeriesRows> group = groups.get(key);
        if (group == null) {
            if (series + numbers.size() > MOST_SERIES) {
                skip(line, "more than " + MOST_SERIES + " series");
                return;
            }
            group = numbers.stream().map(_ -> new SeriesRows()).toList();
            series += numbers.size();
            groups.put(key, group);
        }
        if (previous != TimeFormat.NONE && at < previous && metric < 0 && labels.isEmpty()) {
            diagnostics.line(Diagnostic.Severity.NOTE, line, "the clock goes back by " + (previous - at) / 1_000_000_000.0 + " s");
        }
        previous = at;
        kept++;
        for (int i = 0; i < group.size(); i++) {
            group.get(i).add(base + at, number(numbers.get(i), fields.get(numbers.get(i))));
        }
    }

    private double number(int column, String text) {
        Quantities quantity = quantities.get(column);
        return quantity == null ? Numbers.parse(text, survey.dialect().decimalComma()) : quantity.parse(text);
    }

    private void skip(long line, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, line, why);
    }

    private ReadResult result(Source source, String name) throws UnreadableFile {
        if (kept == 0 || numbers.isEmpty()) {
            throw new UnreadableFile("no line has a time and a number", "line 2", "map start and value to columns");
        }
        List<Metrics.Series> all = new ArrayList<>();
        groups.forEach((key, group) -> {
            Map<String, String> told = new TreeMap<>();
            for (int i = 0; i < labels.size(); i++) {
                told.put(survey.dialect().names().get(labels.get(i)), key.get(metric < 0 ? i : i + 1));
            }
            for (int i = 0; i < group.size(); i++) {
                String column = survey.dialect().names().get(numbers.get(i));
                Map<String, String> own = new HashMap<>(Perfmon.labels(column));
                own.putAll(told);
                all.add(group.get(i).series(metric < 0 ? Perfmon.name(column) : key.getFirst(), own, Metrics.Kind.UNKNOWN, unit(numbers.get(i), column)));
            }
        });
        if (!format.assumed().isEmpty() && format.form() != TimeFormat.Form.RELATIVE) {
            assumed.add(format.assumed());
        }
        Trust trust = new Trust(kept, skipped, assumed, List.of());
        Metrics metrics = new Metrics(new Origin(source.name(), source.path(), name, trust), all);
        return ReadResult.of(name, List.of(metrics), diagnostics, skipped);
    }

    private Unit unit(int number, String column) {
        Quantities quantity = quantities.get(number);
        if (quantity != null) {
            return quantity.unit();
        }
        Matcher match = UNIT.matcher(column);
        if (match.matches() && !column.startsWith("\\\\")) {
            return SeriesUnits.of(match.group(1));
        }
        if (PERCENTILE.matcher(column).matches() && survey.dialect().comments().stream().anyMatch(each -> each.contains("[TimeUnit: NANOSECONDS]"))) {
            return Unit.DURATION;
        }
        return Perfmon.name(column).contains("\\%") ? Unit.of("%") : SeriesUnits.named(column);
    }
}
