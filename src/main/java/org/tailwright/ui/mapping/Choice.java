package org.tailwright.ui.mapping;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.text.Layout;
import org.tailwright.readers.text.Role;

/// What somebody says about the columns of a file. What is chosen for one kind of data stays while another is looked at.
///
/// @param layout the columns
/// @param as what the file is read as
/// @param columns role to column; the column of times is always that of [Role#START]
/// @param units role to unit, as on the command line; a role without one is judged by its values
/// @param zone of times that name none, as typed
/// @param end whether the column of times marks the end of a request
public record Choice(Layout layout, ReadAs as, Map<Role, String> columns, Map<Role, String> units, String zone, boolean end) {
    /// In a mapping of [Role#VALUE]: every column of numbers.
    public static final String EVERY = "*";

    public Choice {
        columns = Map.copyOf(columns);
        units = Map.copyOf(units);
    }

    /// What the file itself suggests.
    public static Choice proposed(Layout layout, ZoneId zone) {
        return of(layout, layout.proposed(), Map.of(), zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }

    /// What was said before; columns that the file does not have are forgotten.
    public static Choice of(Layout layout, ReadOptions options) {
        Map<Role, String> columns = new EnumMap<>(Role.class);
        options.mapping().forEach((id, column) -> Role.of(id).filter(_ -> layout.names().contains(column)).ifPresent(role -> columns.put(role, column)));
        Map<Role, String> units = new EnumMap<>(Role.class);
        options.units().forEach((id, unit) -> Role.of(id).ifPresent(role -> units.put(role == Role.END ? Role.START : role, unit)));
        Choice found = of(layout, columns, units, options.zone().equals(ZoneOffset.UTC) ? "UTC" : options.zone().getId());
        return options.mapping().containsKey(Role.VALUE.id()) ? found.as(ReadAs.METRICS) : found;
    }

    private static Choice of(Layout layout, Map<Role, String> roles, Map<Role, String> units, String zone) {
        ReadAs as = ReadAs.of(roles);
        Map<Role, String> columns = new EnumMap<>(Role.class);
        columns.putAll(roles);
        String end = columns.remove(Role.END);
        if (end != null) {
            columns.put(Role.START, end);
        }
        return new Choice(layout, as, columns, units, zone, end != null);
    }

    /// Read as another kind of data.
    public Choice as(ReadAs other) {
        return new Choice(layout, other, columns, units, zone, end);
    }

    /// With the first line taken another way. Columns keep their place; where none is chosen, the other way's own suggestion counts.
    public Choice over(Layout other) {
        Map<Role, String> moved = new EnumMap<>(Role.class);
        columns.forEach((role, column) -> moved.put(role, column.equals(EVERY) ? EVERY : other.names().get(layout.names().indexOf(column))));
        return moved.isEmpty() ? of(other, other.proposed(), units, zone) : new Choice(other, as, moved, units, zone, end);
    }

    /// With another column for a role; an empty one is none.
    public Choice column(Role role, String column) {
        return new Choice(layout, as, changed(columns, role, column), units, zone, end);
    }

    /// With another unit for a role; an empty one is judged by the values.
    public Choice unit(Role role, String unit) {
        return new Choice(layout, as, columns, changed(units, role, unit), zone, end);
    }

    /// With another zone.
    public Choice zone(String typed) {
        return new Choice(layout, as, columns, units, typed.strip(), end);
    }

    /// With times that mark the end, or the start.
    public Choice end(boolean marksEnd) {
        return new Choice(layout, as, columns, units, zone, marksEnd);
    }

    private static Map<Role, String> changed(Map<Role, String> map, Role role, String value) {
        Map<Role, String> copy = new EnumMap<>(Role.class);
        copy.putAll(map);
        if (value.isEmpty()) {
            copy.remove(role);
        } else {
            copy.put(role, value);
        }
        return copy;
    }

    /// Why the file cannot be read so, one sentence without a full stop; empty when it can.
    public String complaint() {
        List<Role> missing = as.needed().stream().filter(role -> !columns.containsKey(role)).toList();
        if (!missing.isEmpty()) {
            return "choose a column for " + String.join(" and ", missing.stream().map(as::title).toList());
        }
        Map<String, Role> used = new LinkedHashMap<>();
        for (Role role : roles()) {
            Role other = columns.containsKey(role) ? used.put(columns.get(role), role) : null;
            if (other != null) {
                return as.title(other) + " and " + as.title(role) + " are the same column";
            }
        }
        if (as == ReadAs.METRICS && columns.containsKey(Role.METRIC) && !columns.containsKey(Role.VALUE)) {
            return "choose a column for Value: where rows name their series, one column holds the values";
        }
        return known(zone) ? "" : "there is no zone '" + zone + "'; zones are such as UTC, Europe/Berlin or +02:00";
    }

    private static boolean known(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// The roles of this kind of data, times first.
    public List<Role> roles() {
        return Stream.concat(as.needed().stream(), as.optional().stream()).sorted().toList();
    }

    /// The same for the reader.
    ///
    /// @throws IllegalStateException when there is a [#complaint]
    public ReadOptions options() {
        if (!complaint().isEmpty()) {
            throw new IllegalStateException(complaint());
        }
        ZoneId found = ZoneId.of(zone);
        return new ReadOptions(found.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : found, mapping(), said());
    }

    /// Role to column; a role whose column would be guessed although none is chosen is said to have none.
    private Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>(layout.mapping());
        for (Role role : roles()) {
            if (columns.containsKey(role)) {
                mapping.put(id(role), columns.get(role));
            } else if (role == Role.VALUE) {
                mapping.put(id(role), EVERY);
            } else if (layout.proposed().containsKey(role) && !(role == Role.SUCCESS && columns.containsKey(Role.FAILED))) {
                mapping.put(id(role), "");
            }
        }
        return mapping;
    }

    private Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        roles().stream().filter(role -> columns.containsKey(role) && units.containsKey(role)).forEach(role -> said.put(id(role), units.get(role)));
        return said;
    }

    private String id(Role role) {
        return role == Role.START && end && as == ReadAs.REQUESTS ? Role.END.id() : role.id();
    }

    /// The command line that reads a file so.
    public String command(Path file) {
        List<String> words = new ArrayList<>(List.of("tailwright", "summary", quoted(file.toString())));
        mapping().forEach((role, column) -> words.addAll(List.of("--map", quoted(role + "=" + column))));
        said().forEach((role, unit) -> words.addAll(List.of("--unit", role + "=" + unit)));
        if (!zone.equals("UTC")) {
            words.addAll(List.of("--zone", quoted(zone)));
        }
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// What was said, for the trust card: "start is column 1, duration is column 3 in ms".
    public static String words(ReadOptions options) {
        List<String> parts = new ArrayList<>();
        Layout.header(options).ifPresent(header -> parts.add(header ? "the first line names the columns" : "the first line is data"));
        for (Role role : Role.values()) {
            String column = options.mapping().getOrDefault(role.id(), "");
            if (!column.isEmpty()) {
                String unit = options.units().getOrDefault(role.id(), "");
                parts.add(role.id() + " is " + (column.equals(EVERY) ? "every column of numbers" : column) + (unit.isEmpty() ? "" : " in " + unit));
            }
        }
        return String.join(", ", parts);
    }
}
