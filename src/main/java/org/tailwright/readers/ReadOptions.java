package org.tailwright.readers;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/// What the user says about a file that the file does not say itself.
///
/// @param zone zone of local times without one
/// @param mapping role to column name for delimited text, the roles as [org.tailwright.readers.text.Role] names them; an empty name says that no
///   column has the role, `*` for `value` that every column of numbers is a series
/// @param units role to unit (`duration` to `ms`), for times also `day-first` or `month-first`
public record ReadOptions(ZoneId zone, Map<String, String> mapping, Map<String, String> units) {
    /// UTC, nothing mapped.
    public static final ReadOptions DEFAULT = new ReadOptions(ZoneOffset.UTC, Map.of(), Map.of());

    public ReadOptions {
        mapping = Map.copyOf(mapping);
        units = Map.copyOf(units);
    }
}
