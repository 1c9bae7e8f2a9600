package org.tailwright.analyses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The parameters of an analysis: fields, and how their values become the parameter record.
///
/// @param fields in the order shown
/// @param make builds the parameters; throws IllegalArgumentException with a sentence for people
public record Form<P>(List<Field<?>> fields, Function<Values, P> make) {
    public Form {
        fields = List.copyOf(fields);
    }

    /// No parameters at all.
    public static Form<Map<String, String>> none() {
        return new Form<>(List.of(), Values::typed);
    }

    /// What was typed, with defaults for the rest.
    ///
    /// @param typed field id to text, of every field
    public record Values(Map<String, String> typed) {
        /// The value of a field.
        public <T> T get(Field<T> field) {
            return field.parser().apply(typed.getOrDefault(field.id(), field.initial()));
        }
    }

    /// The parameters for what was typed.
    ///
    /// @throws IllegalArgumentException with a sentence when a value does not fit or no field has that name
    public P parse(Map<String, String> typed) {
        for (String id : typed.keySet()) {
            if (fields.stream().noneMatch(field -> field.id().equals(id))) {
                throw new IllegalArgumentException("there is no parameter --" + id + "; there are "
                        + String.join(", ", fields.stream().map(field -> "--" + field.id()).toList()));
            }
        }
        return make.apply(new Values(complete(typed)));
    }

    /// The defaults.
    public P defaults() {
        return parse(Map.of());
    }

    /// All values as typed, defaults included, in order.
    public SequencedMap<String, String> complete(Map<String, String> typed) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        fields.forEach(field -> all.put(field.id(), typed.getOrDefault(field.id(), field.initial())));
        return all;
    }
}
