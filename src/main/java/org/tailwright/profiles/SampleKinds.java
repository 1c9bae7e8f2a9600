package org.tailwright.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// The kinds of samples in a recording, and what their weights mean. Kinds are never added up: bytes, nanoseconds and samples have no sum.
public final class SampleKinds {
    private static final String EXECUTION = "jdk.ExecutionSample";

    private SampleKinds() {}

    /// All event types with samples: execution samples first, then by number of samples. Empty when the samples name no type.
    public static List<String> of(Stacks stacks) {
        Optional<Texts> column = stacks.samples().texts("event");
        TreeMap<String, Long> counts = new TreeMap<>();
        column.ifPresent(texts -> {
            long[] found = new long[texts.codes()];
            for (int row = 0; row < texts.size(); row++) {
                if (!texts.missing(row)) {
                    found[texts.code(row)]++;
                }
            }
            for (int code = 0; code < found.length; code++) {
                counts.put(texts.text(code), found[code]);
            }
        });
        return counts.entrySet().stream().filter(each -> each.getValue() > 0)
                .sorted((a, b) -> Long.compare(rank(b.getKey(), b.getValue()), rank(a.getKey(), a.getValue())))
                .map(Map.Entry::getKey).toList();
    }

    private static long rank(String event, long count) {
        return event.equals(EXECUTION) ? Long.MAX_VALUE : count;
    }

    /// What the weights of an event type are counted in: the unit of their column; where that says nothing, as in flight recordings with
    /// samples of several types, what the type is known for; else samples.
    public static Unit unit(Stacks stacks, String event) {
        Unit said = stacks.samples().doubles(Requests.WEIGHT).map(Column::unit).orElse(Unit.COUNT);
        if (!said.equals(Unit.NONE)) {
            return said;
        }
        String type = event.substring(event.lastIndexOf('.') + 1);
        if (type.startsWith("ObjectAllocation") || type.equals("ObjectSample")) {
            return Unit.BYTES;
        }
        boolean lasting = type.equals("JavaMonitorEnter") || type.equals("ThreadPark");
        return lasting ? Unit.DURATION : event.startsWith("jdk.") || whole(stacks) ? Unit.COUNT : Unit.NONE;
    }

    /// Whether no weight is other than one.
    private static boolean whole(Stacks stacks) {
        Optional<Doubles> weights = stacks.samples().doubles(Requests.WEIGHT);
        for (int row = 0; weights.isPresent() && row < weights.get().size(); row++) {
            if (weights.get().at(row) != 1) {
                return false;
            }
        }
        return true;
    }

    /// A weight in words: "1,234 samples", "190 ms", "4 MiB", "12,000 cycles".
    public static String words(double weight, Unit unit) {
        return switch (unit.kind()) {
            case DURATION, TIME -> Numbers.duration(weight);
            case BYTES -> Numbers.bytes(weight);
            case COUNT -> Quantity.COUNT.format(weight) + Numbers.SPACE + (weight == 1 ? "sample" : "samples");
            case RATIO, PLAIN -> Quantity.COUNT.format(weight) + (unit.symbol().isEmpty() ? "" : Numbers.SPACE + unit.symbol());
        };
    }
}
