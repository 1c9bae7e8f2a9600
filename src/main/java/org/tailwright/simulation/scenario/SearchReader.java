package org.tailwright.simulation.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the part `optimise` of a scenario. Settings to choose stand where they stand in the file, as a mapping with `from` and `to`, or with `one-of`.
final class SearchReader {
    private static final int MOST_KNOBS = 16;
    private static final int MOST_VALUES = 500;

    private final List<Space.Place> places = new ArrayList<>();

    private SearchReader() {}

    static Search read(Node root, Node node) {
        Keyed keyed = Keyed.of(node, "'optimise'", "probability", "evaluations", "runs", "confirm", "change");
        SearchReader reader = new SearchReader();
        Node change = keyed.node("change").orElseThrow(() -> keyed.wrong("'optimise' needs 'change', with the settings that may be chosen"));
        Keyed.of(change, "'change'", "stations", "sources");
        reader.walk(change, List.of());
        if (reader.places.isEmpty() || reader.places.size() > MOST_KNOBS) {
            throw Keyed.wrong(change.line(), "'change' names " + reader.places.size() + " settings to choose; it takes 1 to " + MOST_KNOBS
                    + ", each with {from: 1, to: 8} or {one-of: [100ms, 200ms]}");
        }
        if (reader.places.stream().flatMap(each -> each.knob().costs().stream()).allMatch(cost -> cost == 0)) {
            throw Keyed.wrong(change.line(), "without a 'price' on any setting nothing is cheaper than anything else");
        }
        double probability = keyed.number("probability", 0.95, 0.5, 0.9999);
        Search search = new Search(new Space(root, reader.places), probability, keyed.whole("evaluations", 200, 2, 100_000), keyed.whole("runs", 16, 4, 1000),
                keyed.whole("confirm", 0, 10, 100_000));
        reader.check(search.space());
        return search;
    }

    /// Every value is tried in the network once, so that a wrong one is named before anything is simulated.
    private void check(Space space) {
        int[] choice = new int[places.size()];
        for (int i = 0; i < choice.length; i++) {
            for (int value = 0; value < places.get(i).knob().values().size(); value++) {
                choice[i] = value;
                space.network(choice);
            }
            choice[i] = 0;
        }
    }

    private void walk(Node node, List<String> path) {
        SequencedMap<String, Node> of = Keyed.mapping(node, "'change'");
        if (of.get("one-of") instanceof Node.Sequence || of.get("from") instanceof Node.Scalar) {
            knob(node, path);
            return;
        }
        for (Map.Entry<String, Node> each : of.entrySet()) {
            if (!(each.getValue() instanceof Node.Mapping)) {
                throw Keyed.wrong(each.getValue().line(), "'" + each.getKey() + "' needs what it may be, {from: 1, to: 8} or {one-of: [100ms, 200ms]}");
            }
            List<String> longer = new ArrayList<>(path);
            longer.add(each.getKey());
            walk(each.getValue(), longer);
        }
    }

    private void knob(Node node, List<String> path) {
        String name = String.join(" ", path.stream().filter(each -> !each.equals("stations") && !each.equals("sources") && !each.equals("calls")).toList());
        Keyed keyed = Keyed.of(node, "'" + name + "'", "from", "to", "step", "one-of", "price", "prices");
        List<String> values = keyed.has("one-of") ? listed(keyed, name) : range(keyed, name);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw keyed.wrong("'" + name + "' has " + values.size() + " values; it takes 1 to " + MOST_VALUES);
        }
        places.add(new Space.Place(path, new Knob(name, values, costs(keyed, name, values)), node.line()));
    }

    private static List<String> listed(Keyed keyed, String name) {
        if (keyed.has("from") || keyed.has("to") || keyed.has("step")) {
            throw keyed.wrong("'" + name + "' takes either 'from' and 'to', or 'one-of'");
        }
        return texts(keyed, "one-of");
    }

    private static List<String> texts(Keyed keyed, String key) {
        Optional<Node> node = keyed.node(key);
        if (node.isEmpty() || !(node.get() instanceof Node.Sequence(List<Node> of, _))) {
            throw Keyed.wrong(keyed.line(key), "'" + key + "' is a list such as [2, 4, 8]");
        }
        return of.stream().map(each -> each instanceof Node.Scalar(String text, _) && !text.isBlank() ? text.strip() : fail(each, key)).toList();
    }

    private static String fail(Node node, String key) {
        throw Keyed.wrong(node.line(), "'" + key + "' is a list of single values");
    }

    private static List<String> range(Keyed keyed, String name) {
        BigDecimal from = BigDecimal.valueOf(keyed.number("from", 0, 0, 1e9));
        keyed.needed("to");
        BigDecimal to = BigDecimal.valueOf(keyed.number("to", 0, 0, 1e9));
        BigDecimal step = BigDecimal.valueOf(keyed.number("step", 1, 1e-6, 1e9));
        if (to.compareTo(from) < 0 || to.subtract(from).divide(step, RoundingMode.FLOOR).compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
            throw keyed.wrong("'" + name + "' goes from the least to the most in at most " + MOST_VALUES + " steps");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal at = from; at.compareTo(to) <= 0; at = at.add(step)) {
            values.add(at.stripTrailingZeros().toPlainString());
        }
        return values;
    }

    private static List<Double> costs(Keyed keyed, String name, List<String> values) {
        if (keyed.has("prices")) {
            List<String> prices = texts(keyed, "prices");
            if (prices.size() != values.size() || keyed.has("price")) {
                throw Keyed.wrong(keyed.line("prices"), "'prices' of '" + name + "' names one price for each of its " + values.size() + " values, and no 'price' stands beside it");
            }
            return prices.stream().map(each -> number(each, keyed.line("prices"))).toList();
        }
        double price = keyed.number("price", 0, 0, 1e12);
        return price == 0 ? values.stream().map(_ -> 0.0).toList() : values.stream().map(each -> price * number(each, keyed.line("price"))).toList();
    }

    private static double number(String text, int line) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw Keyed.wrong(line, "a price needs numbers, not '" + text + "'; give 'prices', one for each value");
    }
}
