package org.tailwright.readers.siege;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;

/// The figures that siege prints at the end of a run: shortest, longest and mean time, counts and rate. There are no percentiles among them.
final class SiegeFigures {
    private static final Pattern LINE = Pattern.compile("\\s*\\{?\\s*\"?([A-Za-z][A-Za-z_ ]{4,30})\"?:\\s*([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z/%]{0,12})\\s*,?\\s*}?\\s*");
    private static final Set<String> NAMES = Set.of("transactions", "availability", "elapsed_time", "response_time", "transaction_rate", "concurrency",
            "failed_transactions", "longest_transaction", "shortest_transaction");

    private final Map<String, String> figures = new HashMap<>();

    /// Name and value with its unit, if the line is one of the figures.
    static Optional<Map.Entry<String, String>> figure(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        String name = match.group(1).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return NAMES.contains(name) ? Optional.of(Map.entry(name, match.group(2) + " " + match.group(3))) : Optional.empty();
    }

    boolean has(String name) {
        return figures.containsKey(name);
    }

    void put(Map.Entry<String, String> figure) {
        figures.put(figure.getKey(), figure.getValue());
    }

    private double number(String name) {
        return Amounts.number(figures.getOrDefault(name, "").split(" ", 2)[0]);
    }

    /// Seconds where no unit stands behind the number.
    private double nanos(String name) {
        String value = figures.getOrDefault(name, "");
        double own = Amounts.nanos(value);
        return Double.isNaN(own) ? number(name) * 1e9 : own;
    }

    void into(PrintedRuns runs, String tag, Diagnostics diagnostics) {
        double failed = number("failed_transactions");
        KnownPercentiles known = new KnownPercentiles().min(nanos("shortest_transaction")).max(nanos("longest_transaction")).mean(nanos("response_time"));
        double transactions = number("transactions");
        known.count(Double.isNaN(transactions) ? -1 : (long) transactions).failed(Double.isNaN(failed) || Double.isNaN(transactions) ? -1 : 0, Double.isNaN(failed) ? 0 : (long) failed);
        runs.add(Optional.empty(), tag, known);
        String which = tag.isEmpty() ? "" : tag + ": ";
        if (failed > 0) {
            runs.doubt(which + (long) failed + " transactions failed; they are not counted among the " + (long) transactions);
        }
        if (figures.containsKey("transaction_rate")) {
            diagnostics.note(which + figures.get("transaction_rate").split(" ", 2)[0] + " transactions/s at a mean of " + number("concurrency") + " in flight");
            runs.point(number("concurrency"), number("transaction_rate"), Double.NaN);
            runs.doubt("the load of a run is the mean number in flight that siege measured, not the number of users that was set");
        }
    }
}
