package org.tailwright.readers.siege;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Source;

/// Durations of requests that were printed without a time, in hundredths of a second: a histogram of all values instead of rows.
final class SiegeValues {
    private static final double TEN_MILLIS = 1e7;
    private static final long HIGHEST = 1L << 40;

    private final Map<String, Histogram> byOutcome = new LinkedHashMap<>();
    private long count;

    /// Adds a request.
    String add(SiegeCall call) {
        long value = Math.min(HIGHEST, Math.round(call.nanos() / TEN_MILLIS));
        count++;
        byOutcome.computeIfAbsent(call.failed() ? "failed" : "", _ -> new PackedHistogram(4)).recordValue(value);
        return "";
    }

    boolean isEmpty() {
        return count == 0;
    }

    Optional<Histograms> data(Source source, String format) {
        if (count == 0) {
            return Optional.empty();
        }
        List<Histograms.Interval> intervals = byOutcome.entrySet().stream()
                .map(each -> new Histograms.Interval(Optional.empty(), each.getKey(), each.getValue(), each.getValue().getMaxValue(), false)).toList();
        Trust trust = new Trust(count, 0, List.of("siege: service time, printed to 10 ms"),
                List.of("siege printed no times: nothing can be seen over time"));
        return Optional.of(new Histograms(new Origin(source.name(), source.path(), format, trust), intervals, TEN_MILLIS, true));
    }
}
