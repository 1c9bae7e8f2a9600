package org.tailwright.ui.views.queueing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tailwright.models.queueing.QueueModel;
import org.tailwright.models.queueing.QueueModels;
import org.tailwright.models.queueing.calibration.CalibrationResult;
import org.tailwright.models.queueing.calibration.Station;

/// Numbers for the inputs of a queue: what was typed, else what was calibrated, else an example. Seconds and events per second.
///
/// @param model name of the model
/// @param texts inputs of that model by name
/// @param origin where they come from
record QueueNumbers(String model, Map<String, String> texts, Origin origin) {
    /// Where numbers come from.
    enum Origin { TYPED, CALIBRATED, EXAMPLE }

    private static final Map<String, String> EXAMPLE = Map.ofEntries(Map.entry("lambda", "10"), Map.entry("mu", "3"), Map.entry("c", "4"), Map.entry("K", "20"),
            Map.entry("N", "20"), Map.entry("Z", "1"), Map.entry("S", "0.1"), Map.entry("D", "0.02|0.05|0.03"), Map.entry("ES", "0.08"), Map.entry("cs2", "1"),
            Map.entry("ca2", "1"), Map.entry("theta", "1"), Map.entry("a", "3"), Map.entry("B", "0.01"), Map.entry("B_max", "0.01"), Map.entry("t", "0.1"),
            Map.entry("service_level", "0.9"));
    private static final Map<String, Map<String, String>> LISTS = Map.of(
            "M/G/1 non-preemptive priority (class 1 highest)", Map.of("lambda", "2|3", "ES", "0.1|0.1", "cs2", "1|1"),
            "open Jackson network", Map.of("lambda", "3|0", "mu", "8|6", "P", "0|1 / 0.2|0"),
            "closed MVA (multi class)", Map.of("N", "5|3", "D", "0.1|0.2 / 0.2|0.1"));

    QueueNumbers {
        texts = Map.copyOf(texts);
    }

    /// @param typed what the session holds of the analysis `queue`
    static QueueNumbers of(Map<String, String> typed, Optional<CalibrationResult> calibrated) {
        String name = typed.getOrDefault("model", calibrated.map(QueueNumbers::model).orElse("M/M/c"));
        QueueModel model = model(name);
        Map<String, String> known = calibrated.map(QueueNumbers::numbers).orElse(Map.of());
        Map<String, String> lists = LISTS.getOrDefault(model.name(), Map.of());
        Map<String, String> texts = new LinkedHashMap<>();
        boolean any = false;
        for (String each : names(model)) {
            boolean given = !typed.getOrDefault(each, "").isBlank();
            any |= given;
            String otherwise = lists.isEmpty() ? known.getOrDefault(each, example(model, each)) : lists.getOrDefault(each, "");
            texts.put(each, given ? typed.get(each) : otherwise);
        }
        boolean fromData = lists.isEmpty() && known.keySet().containsAll(List.of("lambda")) && texts.keySet().stream().allMatch(known::containsKey);
        texts.values().removeIf(String::isBlank);
        return new QueueNumbers(model.name(), texts, any ? Origin.TYPED : fromData ? Origin.CALIBRATED : Origin.EXAMPLE);
    }

    /// One server must be faster than four.
    private static String example(QueueModel model, String input) {
        return input.equals("mu") && !names(model).contains("c") ? "12" : EXAMPLE.getOrDefault(input, "");
    }

    /// Names of a model's inputs, those that may be left out too.
    static List<String> names(QueueModel model) {
        return model.inputs().stream().map(each -> each.replace("(", "").replace(")", "")).toList();
    }

    /// The model called so.
    static QueueModel model(String name) {
        return QueueModels.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseGet(() -> QueueModels.ALL.get(1));
    }

    private static String model(CalibrationResult found) {
        return switch (found.fit().model()) {
            case MMC -> "M/M/c";
            case MGC -> found.fit().station().servers() == 1 ? "M/G/1" : "G/G/c Allen-Cunneen with Erlang-C";
            case GGC -> "G/G/c Allen-Cunneen with Erlang-C";
            case IMPATIENT -> "M/M/c+M (Erlang A)";
            case CLOSED -> "M/M/c//N (machine repairman)";
        };
    }

    /// The calibrated station at the load that was held out.
    private static Map<String, String> numbers(CalibrationResult found) {
        Station station = found.fit().station();
        Map<String, String> texts = new LinkedHashMap<>();
        double service = station.service().value();
        texts.put("lambda", text(found.chosen().measured().rate()));
        texts.put("mu", text(1 / service));
        texts.put("ES", text(service));
        texts.put("S", text(service));
        texts.put("c", Integer.toString(station.servers()));
        texts.put("cs2", text(station.cs2()));
        texts.put("ca2", text(station.ca2()));
        texts.put("a", text(found.chosen().measured().rate() * service));
        if (!Double.isNaN(station.habits().patienceSeconds())) {
            texts.put("theta", text(1 / station.habits().patienceSeconds()));
        }
        double users = found.steps().stream().filter(CalibrationResult.Compared::heldOut).mapToDouble(each -> each.step().load()).max().orElse(Double.NaN);
        if (!Double.isNaN(station.habits().outsideSeconds()) && !Double.isNaN(users)) {
            texts.put("N", Long.toString(Math.round(users)));
            texts.put("Z", text(Math.max(station.habits().outsideSeconds(), 1e-6)));
        }
        return texts;
    }

    /// A number as it is typed, four significant digits.
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? Long.toString(Math.round(value))
                : new java.math.BigDecimal(String.format(Locale.ROOT, "%.4g", value)).stripTrailingZeros().toPlainString();
    }

    /// As the analysis `queue` takes them.
    Map<String, String> typed() {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put("model", model);
        return all;
    }
}
