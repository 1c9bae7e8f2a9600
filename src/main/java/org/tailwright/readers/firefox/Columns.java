package org.tailwright.readers.firefox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Json;
import org.tailwright.readers.stacks.ProfileJson;
import org.tailwright.readers.stacks.Reals;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A table of numbers in either of the two forms: an array for each column (processed), or a schema that names the places of each row's
/// array (gecko). The schema may stand behind the rows.
final class Columns {
    static final Columns NONE = new Columns();
    private static final Reals EMPTY = new Reals();
    private static final int WIDEST = 24;

    private final Map<String, Reals> named = new HashMap<>();
    private final Map<String, Integer> schema = new HashMap<>();
    private final List<Reals> placed = new ArrayList<>();
    private String weightType = "";
    private int rows;

    /// Reads the table on which the parser stands.
    static Columns read(JsonParser parser) {
        Columns columns = new Columns();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "schema" -> Json.object(value, (column, place) -> columns.schema.put(column, (int) ProfileJson.whole(place, -1)));
                case "weightType" -> columns.weightType = Json.scalar(value);
                default -> columns.member(name, value);
            }
        });
        return columns;
    }

    private void member(String name, JsonParser value) {
        if (value.currentToken() != JsonToken.START_ARRAY) {
            value.skipChildren();
        } else if (name.equals("data")) {
            Json.array(value, this::row);
        } else if (named.size() < WIDEST) {
            named.put(name, ProfileJson.numbers(value));
        } else {
            value.skipChildren();
        }
    }

    private void row(JsonParser parser) {
        int[] place = {0};
        Json.array(parser, each -> {
            double value = ProfileJson.number(each);
            if (place[0] < WIDEST) {
                if (place[0] == placed.size()) {
                    placed.add(new Reals());
                }
                padded(placed.get(place[0])).add(value);
            }
            place[0]++;
        });
        rows++;
    }

    private Reals padded(Reals column) {
        while (column.size() < rows) {
            column.add(Double.NaN);
        }
        return column;
    }

    /// The column of this name; an empty one when there is none.
    Reals column(String name) {
        Integer place = schema.get(name);
        if (place != null && place >= 0 && place < placed.size()) {
            return placed.get(place);
        }
        return named.getOrDefault(name, EMPTY);
    }

    boolean has(String name) {
        return column(name).size() > 0;
    }

    /// What weights are counted in; empty when it is not said.
    String weightType() {
        return weightType;
    }
}
