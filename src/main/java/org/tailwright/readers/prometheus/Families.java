package org.tailwright.readers.prometheus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.series.SeriesUnits;

/// What the comments `# TYPE` and `# UNIT` tell about metrics, and what follows for the series that belong to them.
final class Families {
    private static final int MOST = 1_000_000;
    private static final String[] ENDS = {"_total", "_created", "_bucket", "_count", "_sum", "_gcount", "_gsum", "_info"};

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();

    /// Takes in `# TYPE name type`, `# UNIT name unit`; anything else is no matter.
    ///
    /// @return whether it is a mark of OpenMetrics
    boolean comment(String line) {
        String[] words = line.split("[ \\t]+", 5);
        if (words.length < 4 || types.size() > MOST || units.size() > MOST) {
            return false;
        }
        String name = words[2].length() > 2 && words[2].startsWith("\"") && words[2].endsWith("\"") ? words[2].substring(1, words[2].length() - 1) : words[2];
        if (words[1].equals("UNIT")) {
            units.put(name, SeriesUnits.of(words[3]));
            return true;
        }
        if (!words[1].equals("TYPE")) {
            return false;
        }
        String type = words[3].toLowerCase(Locale.ROOT);
        types.put(name, type);
        return switch (type) {
            case "info", "stateset", "gaugehistogram", "unknown" -> true;
            default -> false;
        };
    }

    /// The metric to which a series belongs: its own name or the name without `_total`, `_bucket` and the like.
    String family(String series) {
        if (types.containsKey(series)) {
            return series;
        }
        for (String end : ENDS) {
            if (series.endsWith(end) && types.containsKey(series.substring(0, series.length() - end.length()))) {
                return series.substring(0, series.length() - end.length());
            }
        }
        return series;
    }

    /// What the numbers of a series are. Without a type only the end `_total` tells, and buckets are told by their label.
    Metrics.Kind kind(String series, Map<String, String> labels) {
        String family = family(series);
        String type = types.getOrDefault(family, "");
        boolean counted = series.endsWith("_bucket") || series.endsWith("_count") || series.endsWith("_sum");
        return switch (type) {
            case "gauge", "info", "stateset", "gaugehistogram" -> Metrics.Kind.GAUGE;
            case "counter" -> series.endsWith("_created") ? Metrics.Kind.GAUGE : Metrics.Kind.COUNTER;
            case "histogram", "summary" -> counted && !series.equals(family) ? Metrics.Kind.COUNTER : Metrics.Kind.GAUGE;
            default -> series.endsWith("_total") || series.endsWith("_bucket") && labels.containsKey("le") ? Metrics.Kind.COUNTER : Metrics.Kind.UNKNOWN;
        };
    }

    /// The unit of a series.
    Unit unit(String series) {
        if (series.endsWith("_bucket") || series.endsWith("_count") || series.endsWith("_gcount")) {
            return Unit.COUNT;
        }
        if (series.endsWith("_created")) {
            return Unit.of("s");
        }
        String family = family(series);
        Unit told = units.getOrDefault(family, SeriesUnits.named(family));
        boolean counter = types.getOrDefault(family, "").equals("counter") || series.endsWith("_total");
        return told.equals(Unit.NONE) && counter ? Unit.COUNT : told;
    }

    /// Nanoseconds of one unit of a histogram, empty when it holds no durations as far as unit and name tell.
    OptionalDouble nanos(String histogram) {
        return SeriesUnits.nanos(units.getOrDefault(histogram, SeriesUnits.named(histogram)));
    }
}
