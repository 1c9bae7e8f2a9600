package org.tailwright.readers.hey;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// One printed run of hey or oha.
final class HeyRun {
    private static final Pattern FIGURE = Pattern.compile("(Slowest|Fastest|Average|Requests/sec|Success rate|Total):\\s+(.{1,40})");
    private static final Pattern PERCENTILE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?)%+ in ([0-9.]{1,20}\\s*\\p{L}{1,4})\\.?");
    private static final Pattern COUNT = Pattern.compile("\\[([0-9]{1,15})]\\s+(.{1,200})");
    private static final Pattern CAPPED = Pattern.compile("Note:\\s+Distributions are for first ([0-9]{1,15}) results.*");

    private enum Part { FIGURES, PERCENTILES, STATUS, ERRORS, OTHER }

    private final SequencedMap<String, KnownPercentiles> distributions = new LinkedHashMap<>();
    private final SequencedMap<String, Long> statuses = new LinkedHashMap<>();
    private final SequencedMap<String, Long> errors = new LinkedHashMap<>();
    private Part part = Part.FIGURES;
    private String which = "";
    private String rate = "";
    private boolean oha;
    private long capped = -1;

    HeyRun() {
        distributions.put("", new KnownPercentiles());
    }

    boolean isOha() {
        return oha;
    }

    boolean isEmpty() {
        return distributions.values().stream().allMatch(KnownPercentiles::isEmpty);
    }

    void take(String line) {
        if (line.endsWith(":") && !line.startsWith("[")) {
            heading(line);
            return;
        }
        Matcher note = CAPPED.matcher(line);
        if (note.matches()) {
            capped = Amounts.count(note.group(1));
        }
        switch (part) {
            case FIGURES -> figure(line);
            case PERCENTILES -> {
                Matcher match = PERCENTILE.matcher(line);
                if (match.matches()) {
                    distributions.get(which).at(Double.parseDouble(match.group(1)) / 100, Amounts.nanos(match.group(2)));
                }
            }
            case STATUS, ERRORS -> {
                Matcher match = COUNT.matcher(line);
                if (match.matches() && part == Part.STATUS) {
                    statuses.put(match.group(1), Amounts.count(match.group(2).split(" ", 2)[0]));
                } else if (match.matches() && errors.size() < 100) {
                    errors.put(match.group(2), Long.parseLong(match.group(1)));
                }
            }
            case OTHER -> { }
        }
    }

    private void heading(String line) {
        boolean percentiles = line.startsWith("Latency distribution") || line.startsWith("Response time distribution");
        oha |= line.startsWith("Response time distribution");
        which = line.contains("(") && line.contains(")") ? line.substring(line.indexOf('(') + 1, line.indexOf(')')).replace(" only", "") : "";
        if (percentiles) {
            distributions.putIfAbsent(which, new KnownPercentiles());
        }
        part = percentiles ? Part.PERCENTILES : line.startsWith("Status code") ? Part.STATUS : line.startsWith("Error") ? Part.ERRORS : Part.OTHER;
    }

    private void figure(String line) {
        Matcher match = FIGURE.matcher(line);
        if (!match.matches()) {
            return;
        }
        KnownPercentiles whole = distributions.firstEntry().getValue();
        switch (match.group(1)) {
            case "Slowest" -> whole.max(Amounts.nanos(match.group(2)));
            case "Fastest" -> whole.min(Amounts.nanos(match.group(2)));
            case "Average" -> whole.mean(Amounts.nanos(match.group(2)));
            case "Requests/sec" -> rate = match.group(2).strip();
            case "Success rate" -> oha = true;
            default -> { }
        }
    }

    /// @param number of the run where there are several
    void into(PrintedRuns runs, Optional<Integer> number, Diagnostics diagnostics) {
        String run = number.map(n -> "run " + n).orElse("");
        long answers = statuses.isEmpty() ? -1 : statuses.values().stream().mapToLong(each -> Math.max(0, each)).sum();
        long bad = statuses.entrySet().stream().filter(each -> each.getKey().charAt(0) >= '4').mapToLong(each -> each.getValue()).sum();
        long lost = errors.values().stream().mapToLong(Long::longValue).sum();
        distributions.firstEntry().getValue().count(capped > 0 ? Math.min(capped, answers) : answers).failed(answers < 0 || capped > 0 ? -1 : bad, lost); // of the first answers nobody knows it
        if (distributions.size() > 1) {
            runs.overlapping();
        }
        distributions.forEach((name, known) -> runs.add(Optional.empty(), run.isEmpty() || name.isEmpty() ? run + name : run + " " + name, known));
        String prefix = run.isEmpty() ? "" : run + ": ";
        if (bad > 0) {
            runs.doubt(prefix + bad + " of " + answers + " answers have a status from 400 on; their times are inside the distribution");
        }
        if (lost > 0) {
            runs.doubt(prefix + lost + " requests had no answer (" + errors.firstEntry().getKey() + "); they are not inside the distribution");
        }
        if (capped > 0) {
            runs.doubt(prefix + "the percentiles are of the first " + capped + " answers only");
        }
        if (!rate.isEmpty()) {
            diagnostics.note(prefix + rate + " requests/s" + (answers < 0 ? "" : ", " + answers + " answers"));
        }
    }
}
