package org.tailwright.readers.firefox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;

/// The tables of a thread, or those that all threads of a file share.
final class Tables {
    private static final List<String> WANTED = List.of("samples", "jsAllocations", "nativeAllocations", "stackTable", "frameTable", "funcTable",
            "resourceTable");

    private final Map<String, Columns> tables = new HashMap<>();
    private List<String> texts = List.of();

    /// Takes in a member; false when it is none of a table's.
    boolean member(String name, JsonParser value) {
        if (WANTED.contains(name)) {
            tables.put(name, Columns.read(value));
            return true;
        }
        if (name.equals("stringTable") || name.equals("stringArray")) {
            texts = new ArrayList<>();
            Json.array(value, each -> texts.add(Json.cut(Json.scalar(each))));
            return true;
        }
        return false;
    }

    /// The table of this name; an empty one when there is none.
    Columns table(String name) {
        return tables.getOrDefault(name, Columns.NONE);
    }

    /// With those of `shared` where these have none.
    Tables or(Tables shared) {
        Tables both = new Tables();
        both.tables.putAll(shared.tables);
        both.tables.putAll(tables);
        both.texts = texts.isEmpty() ? shared.texts : texts;
        return both;
    }

    /// A text by its number; empty when there is none.
    String text(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : "";
    }
}
