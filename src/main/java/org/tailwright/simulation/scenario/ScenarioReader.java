package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.tailwright.data.Objective;
import org.tailwright.simulation.events.Network;

/// Reads a scenario. Without variants a scenario with faults is compared with itself without them; with variants the baseline has no faults either.
public final class ScenarioReader {
    static final String[] KEYS = {"title", "duration", "spans", "warmup", "runs", "precision", "objective", "stations", "sources", "faults", "variants", "optimise"};

    private ScenarioReader() {}

    /// The scenario of a YAML text.
    ///
    /// @throws IllegalArgumentException with line and hint when it is none
    public static Scenario read(String text) {
        Node root = Node.parse(text);
        Keyed keyed = Keyed.of(root, "the scenario", KEYS);
        List<Scenario.Variant> variants = variants(root, keyed);
        Scenario.Settings settings = settings(keyed, variants);
        Optional<Objective> objective = keyed.text("objective").map(typed -> objective(typed, keyed));
        return new Scenario(keyed.text("title").orElse("Simulation"), settings, objective, variants, keyed.node("optimise").map(node -> SearchReader.read(root, node)), text);
    }

    private static Objective objective(String typed, Keyed keyed) {
        try {
            Objective objective = Objective.parse(typed);
            if (objective.measure().filter(p -> p < 1).isEmpty() || !objective.where().isEmpty()) {
                throw new IllegalArgumentException("a simulation judges a percentile of all requests of its first source, such as p99<300ms");
            }
            return objective;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + keyed.line("objective") + ": " + e.getMessage(), e);
        }
    }

    private static List<Scenario.Variant> variants(Node root, Keyed keyed) {
        Node calm = Node.over(root, new Node.Mapping(new LinkedHashMap<>(Map.of("faults", new Node.Sequence(List.of(), 0))), 0));
        List<Scenario.Variant> all = new ArrayList<>();
        boolean faults = !NetworkReader.read(root).faults().isEmpty();
        all.add(new Scenario.Variant("baseline", NetworkReader.read(calm), faults ? "The same without faults" : "As it is"));
        if (faults) {
            all.add(new Scenario.Variant("with faults", NetworkReader.read(root), "Nothing done about the faults"));
        }
        SequencedMap<String, Node> changes = keyed.node("variants").map(node -> Keyed.mapping(node, "variants")).orElse(new LinkedHashMap<>());
        for (Map.Entry<String, Node> each : changes.entrySet()) {
            Keyed.of(each.getValue(), "variant '" + each.getKey() + "'", "stations", "sources", "faults");
            if (each.getKey().equals("baseline") || each.getKey().equals("with faults")) {
                throw Keyed.wrong(each.getValue().line(), "'" + each.getKey() + "' is the scenario itself; give the variant another name");
            }
            all.add(new Scenario.Variant(each.getKey(), NetworkReader.read(Node.over(root, each.getValue())), "Changed: " + words(each.getValue())));
        }
        return all;
    }

    /// What a variant changes: "connections → payment: timeout 200ms, breaker (open 5s)".
    private static String words(Node node) {
        return switch (node) {
            case Node.Scalar(String text, _) -> text;
            case Node.Sequence(List<Node> of, _) -> of.size() + (of.size() == 1 ? " entry" : " entries");
            case Node.Mapping(SequencedMap<String, Node> of, _) -> String.join(", ", of.entrySet().stream().map(each -> words(each.getKey(), each.getValue())).toList());
        };
    }

    private static String words(String key, Node value) {
        String inner = words(value);
        return switch (key) {
            case "stations", "sources", "calls" -> inner;
            case "breaker", "cache", "autoscale" -> value instanceof Node.Mapping ? key + " (" + inner + ")" : key + " " + inner;
            default -> value instanceof Node.Mapping(SequencedMap<String, Node> of, _) ? key + (of.size() == 1 && of.containsKey("calls") ? " → " : ": ") + inner : key + " " + inner;
        };
    }

    private static Scenario.Settings settings(Keyed keyed, List<Scenario.Variant> variants) {
        boolean changing = variants.stream().anyMatch(each -> !each.network().faults().isEmpty() || each.network().sources().stream()
                .anyMatch(source -> source.arrivals() instanceof Network.Open open && open.rates().size() > 1));
        long nanos = keyed.nanos("duration", 300_000_000_000L);
        if (nanos < 1_000_000_000L) {
            throw Keyed.wrong(keyed.line("duration"), "a run lasts at least 1s");
        }
        boolean auto = keyed.text("warmup").map(text -> text.toLowerCase(Locale.ROOT).equals("auto")).orElse(!changing);
        if (auto && changing && keyed.has("warmup")) {
            throw Keyed.wrong(keyed.line("warmup"), "a run with faults or a load over time is never steady, so that its warm-up cannot be found; say how long it is");
        }
        long warmup = auto ? -1 : keyed.nanos("warmup", nanos / 10);
        if (warmup >= nanos) {
            throw Keyed.wrong(keyed.line("warmup"), "the warm-up must end before the run");
        }
        String runs = keyed.text("runs").orElse(keyed.has("precision") ? "8..200" : "16");
        int dots = runs.indexOf("..");
        int least = runs(dots < 0 ? runs : runs.substring(0, dots), keyed);
        int most = dots < 0 ? least : runs(runs.substring(dots + 2), keyed);
        if (changing && least == 1) {
            throw Keyed.wrong(keyed.line("runs"), "one run cannot be cut into alike pieces where faults or a load over time change it; ask for at least 2 runs");
        }
        if (least > most) {
            throw Keyed.wrong(keyed.line("runs"), "'runs' goes from the fewest to the most, such as 8..200");
        }
        return new Scenario.Settings(nanos, keyed.whole("spans", spans(nanos, variants.getFirst().network()), 10, 1000), warmup, least, most, keyed.number("precision", 0, 0, 1));
    }

    /// As many spans as carry a p99 each, about twenty requests beyond it, from 20 to 120.
    private static int spans(long nanos, Network network) {
        return switch (network.sources().getFirst().arrivals()) {
            case Network.Open open -> (int) Math.clamp(open.rates().stream().mapToDouble(Double::doubleValue).average().orElse(0) * (nanos / 1e9) * 0.01 / 20, 20, 120);
            case Network.Closed _ -> 60;
        };
    }

    private static int runs(String text, Keyed keyed) {
        try {
            int runs = Integer.parseInt(text.strip());
            if (runs >= 1 && runs <= 10_000) {
                return runs;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw Keyed.wrong(keyed.line("runs"), "'runs' is a number such as 16 or, with a precision, a range such as 8..200");
    }
}
