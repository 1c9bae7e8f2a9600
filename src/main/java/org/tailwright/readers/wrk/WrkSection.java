package org.tailwright.readers.wrk;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.SpectrumLine;

/// One latency distribution: the short list of percentiles with units, and wrk2's detailed spectrum in milliseconds. The spectrum is finer and
/// wins where both speak.
final class WrkSection {
    private static final Pattern PERCENTILE = Pattern.compile("\\s*([0-9]{1,3}(?:\\.[0-9]{1,6})?)%\\s+([0-9.]{1,20}[a-zµ]{1,2})\\s*");
    private static final double MILLI = 1e6;
    private static final double ROUNDING = 0.01;

    private final NavigableMap<Double, Double> list = new TreeMap<>();
    private final NavigableMap<Double, SpectrumLine.Row> spectrum = new TreeMap<>();
    private double mean = Double.NaN;
    private double max = Double.NaN;
    private long count = -1;

    boolean isEmpty() {
        return list.isEmpty() && spectrum.isEmpty();
    }

    long count() {
        return count;
    }

    void percentile(double share, double nanos) {
        if (share <= 1 && nanos >= 0) {
            list.putIfAbsent(share, nanos);
        }
    }

    /// Takes in a line, if it belongs here.
    boolean take(String line) {
        Matcher match = PERCENTILE.matcher(line);
        if (match.matches()) {
            percentile(Double.parseDouble(match.group(1)) / 100, Amounts.nanos(match.group(2)));
            return true;
        }
        Optional<SpectrumLine.Row> row = SpectrumLine.row(line);
        row.ifPresent(each -> spectrum.put(each.share(), each));
        double found = SpectrumLine.mean(line);
        mean = Double.isNaN(found) ? mean : found * MILLI;
        Optional<SpectrumLine.Top> top = SpectrumLine.top(line);
        top.ifPresent(each -> {
            max = each.max() * MILLI;
            count = each.count();
        });
        return row.isPresent() || top.isPresent() || !Double.isNaN(found);
    }

    /// @param line of the run, for remarks
    KnownPercentiles known(Diagnostics diagnostics, long line) {
        KnownPercentiles known = new KnownPercentiles();
        if (!spectrum.isEmpty()) {
            known.count(Math.max(count, spectrum.lastEntry().getValue().total()));
            count = Math.max(count, spectrum.lastEntry().getValue().total());
        }
        known.mean(mean);
        spectrum.values().forEach(each -> known.at(each.share(), capped(each.share(), each.value() * MILLI), each.total()));
        list.forEach((share, nanos) -> {
            double low = Optional.ofNullable(spectrum.floorEntry(share)).map(WrkSection::nanos).orElse(0.0);
            double high = Optional.ofNullable(spectrum.ceilingEntry(share)).map(WrkSection::nanos).orElse(Double.MAX_VALUE);
            if (nanos < low * (1 - ROUNDING) || nanos > high * (1 + ROUNDING)) {
                diagnostics.line(Diagnostic.Severity.WARNING, line, "the printed " + KnownPercentiles.name(share)
                        + " contradicts the detailed spectrum of the run that begins here; the spectrum counts");
            } else if (!spectrum.containsKey(share)) {
                known.at(share, capped(share, Math.clamp(nanos, low, high)));
            }
        });
        return known;
    }

    private static double nanos(Map.Entry<Double, SpectrumLine.Row> entry) {
        return entry.getValue().value() * MILLI;
    }

    /// The exact maximum is nearer than the end of its bucket.
    private double capped(double share, double nanos) {
        return !Double.isNaN(max) && (share == 1 || nanos > max) ? max : nanos;
    }
}
