package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.events.Network;

/// The configurations that may be chosen: a network with knobs. A choice holds the place of a value for every knob.
public final class Space {
    /// A knob and the keys that lead to it.
    record Place(List<String> path, Knob knob, int line) {}

    private final Node root;
    private final List<Place> places;

    Space(Node root, List<Place> places) {
        this.root = root;
        this.places = List.copyOf(places);
    }

    /// The knobs.
    public List<Knob> knobs() {
        return places.stream().map(Place::knob).toList();
    }

    /// Number of configurations; the largest long when there are more.
    public long size() {
        long size = 1;
        for (Place each : places) {
            int values = each.knob().values().size();
            size = size > Long.MAX_VALUE / values ? Long.MAX_VALUE : size * values;
        }
        return size;
    }

    /// What a choice costs: the sum over its knobs.
    public double cost(int... choice) {
        double cost = 0;
        for (int i = 0; i < choice.length; i++) {
            cost += places.get(i).knob().costs().get(choice[i]);
        }
        return cost;
    }

    /// The network of a choice.
    ///
    /// @throws IllegalArgumentException with the line when a value cannot be
    public Network network(int... choice) {
        return NetworkReader.read(Node.over(root, patch(choice)));
    }

    /// The network as the file has it, faults included.
    public Network present() {
        return NetworkReader.read(root);
    }

    /// The values of a choice as the file writes them, in the order of the knobs.
    public List<String> values(int... choice) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            values.add(places.get(i).knob().values().get(choice[i]));
        }
        return values;
    }

    /// A choice as lines of a scenario file.
    public String yaml(int... choice) {
        StringBuilder text = new StringBuilder();
        lines(patch(choice), 0, text);
        return text.toString();
    }

    /// The present configuration, where the file writes every setting as one of the values that may be chosen; else nothing.
    public int @Nullable [] presentChoice() {
        int[] choice = new int[places.size()];
        for (int i = 0; i < choice.length; i++) {
            Node node = root;
            for (String key : places.get(i).path()) {
                node = node instanceof Node.Mapping(SequencedMap<String, Node> of, _) ? of.get(key) : null;
                if (node == null) {
                    return null;
                }
            }
            choice[i] = node instanceof Node.Scalar(String text, _) ? places.get(i).knob().values().indexOf(text.strip()) : -1;
            if (choice[i] < 0) {
                return null;
            }
        }
        return choice;
    }

    private Node patch(int... choice) {
        Node patch = new Node.Mapping(new LinkedHashMap<>(), 0);
        for (int i = 0; i < choice.length; i++) {
            Place place = places.get(i);
            Node node = new Node.Scalar(place.knob().values().get(choice[i]), place.line());
            for (String key : place.path().reversed()) {
                node = new Node.Mapping(new LinkedHashMap<>(Map.of(key, node)), place.line());
            }
            patch = Node.over(patch, node);
        }
        return patch;
    }

    private static void lines(Node node, int depth, StringBuilder text) {
        if (node instanceof Node.Mapping(SequencedMap<String, Node> of, _)) {
            of.forEach((key, value) -> {
                text.append("  ".repeat(depth)).append(ScenarioText.key(key)).append(':');
                if (value instanceof Node.Scalar(String scalar, _)) {
                    text.append(' ').append(ScenarioText.fitting(scalar)).append('\n');
                } else {
                    text.append('\n');
                    lines(value, depth + 1, text);
                }
            });
        }
    }
}
