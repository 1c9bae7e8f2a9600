package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A piece of a YAML file with the line where it stands.
sealed interface Node {
    int line();

    /// One value as written.
    record Scalar(String text, int line) implements Node {}

    /// Values under keys, in their order.
    record Mapping(SequencedMap<String, Node> of, int line) implements Node {}

    /// Values one after the other.
    record Sequence(List<Node> of, int line) implements Node {}

    /// Reads a file's text.
    ///
    /// @throws IllegalArgumentException with the line when it is no YAML
    static Node parse(String text) {
        try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("line 1: the scenario is empty");
            }
            return read(parser, first);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    + ": this is no valid YAML; indent with blanks, write 'key: value'", e);
        }
    }

    private static Node read(JsonParser parser, JsonToken token) {
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
            SequencedMap<String, Node> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                int at = parser.currentTokenLocation().getLineNr();
                if (map.put(key, read(parser, parser.nextToken())) != null) {
                    throw new IllegalArgumentException("line " + at + ": '" + key + "' stands here a second time");
                }
            }
            return new Mapping(map, line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> list = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                list.add(read(parser, next));
            }
            return new Sequence(list, line);
        }
        return new Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }

    /// The base with what `change` says: keys are changed one by one, everything else is replaced; `none` stands for "not at all".
    static Node over(@Nullable Node base, Node change) {
        if (!(base instanceof Mapping(SequencedMap<String, Node> old, int line)) || !(change instanceof Mapping(SequencedMap<String, Node> of, _))) {
            return change;
        }
        SequencedMap<String, Node> all = new LinkedHashMap<>(old);
        for (Map.Entry<String, Node> each : of.entrySet()) {
            all.put(each.getKey(), over(old.get(each.getKey()), each.getValue()));
        }
        return new Mapping(all, line);
    }
}
