package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The text of a scenario with the place of every value, so that one of them can be changed and all else (order, comments, blank lines) stays as somebody
/// wrote it. A path names the keys that lead to a value; what stands in lists has none.
public final class ScenarioText {
    /// Where a value stands, as places in the text.
    ///
    /// @param key where its key begins
    /// @param from where the value begins
    /// @param to behind its end
    private record Piece(int key, int from, int to, boolean mapping, int line) {}

    /// One station or source that sends requests to another.
    ///
    /// @param path of its settings; for a source that of the source itself
    public record Link(String from, String to, Kind kind, List<String> path) {
        public Link {
            path = List.copyOf(path);
        }
    }

    /// How requests go on.
    public enum Kind { SOURCE, CALL, ROUTE }

    private static final Pattern COMPLAINT = Pattern.compile("^line (\\d{1,9}): ");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final String text;
    private final int points;
    private final SequencedMap<List<String>, Piece> pieces = new LinkedHashMap<>();

    private ScenarioText(String text) {
        this.text = text;
        points = text.codePointCount(0, text.length());
    }

    /// Finds the values of a text.
    ///
    /// @throws IllegalArgumentException with the line when it is no YAML
    public static ScenarioText of(String text) {
        ScenarioText found = new ScenarioText(text);
        try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != null) {
                found.read(parser, first, List.of(), 0);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": this is no valid YAML; indent with blanks, write 'key: value'", e);
        }
        return found;
    }

    private void read(JsonParser parser, JsonToken token, @Nullable List<String> path, int key) {
        int from = place(parser.currentTokenLocation());
        int line = parser.currentTokenLocation().getLineNr();
        boolean mapping = token == JsonToken.START_OBJECT;
        if (path != null) {
            pieces.put(path, new Piece(key, from, from, mapping, line)); // its place in the order; the end follows
        }
        if (mapping) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                int begins = place(parser.currentTokenLocation());
                List<String> longer = path == null ? null : append(path, name);
                read(parser, parser.nextToken(), longer, begins);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                read(parser, next, null, from);
            }
        }
        if (path != null) {
            pieces.put(path, new Piece(key, from, Math.max(from, place(parser.currentLocation())), mapping, line));
        }
    }

    /// The parser counts code points.
    private int place(TokenStreamLocation location) {
        return text.offsetByCodePoints(0, (int) Math.min(location.getCharOffset(), points));
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    /// The text itself.
    public String text() {
        return text;
    }

    /// Names under a path, in order.
    public List<String> names(String... path) {
        List<String> under = List.of(path);
        return pieces.keySet().stream().filter(each -> each.size() == under.size() + 1 && each.subList(0, under.size()).equals(under)).map(List::getLast).toList();
    }

    /// A value as it is written, without quotes around it; empty when it is not there.
    public Optional<String> value(List<String> path) {
        return Optional.ofNullable(pieces.get(path)).map(piece -> written(piece).strip()).map(raw -> raw.length() > 1 && (raw.startsWith("\"") && raw.endsWith("\"")
                || raw.startsWith("'") && raw.endsWith("'")) ? raw.substring(1, raw.length() - 1) : raw);
    }

    private String written(Piece piece) {
        return text.substring(piece.from(), Math.min(piece.to(), text.length()));
    }

    /// The line of a value, from 1; 0 when it is not there.
    public int line(List<String> path) {
        Piece piece = pieces.get(path);
        return piece == null ? 0 : piece.line();
    }

    /// The line that a complaint of [ScenarioReader] tells, from 1; 0 without one.
    public static int lineOf(String complaint) {
        Matcher told = COMPLAINT.matcher(complaint);
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    /// Which value a complaint of [ScenarioReader] is about: in the line it tells that of the first name in quotes that stands there, else the station, source or
    /// setting that begins there; empty where nothing with a path does.
    public Optional<List<String>> about(String complaint) {
        int line = lineOf(complaint);
        List<List<String>> inLine = pieces.entrySet().stream().filter(each -> line > 0 && each.getValue().line() == line).map(Map.Entry::getKey).filter(each -> each.size() > 1).toList();
        return QUOTED.matcher(complaint).results().map(each -> each.group(1)).flatMap(name -> inLine.stream().filter(each -> each.getLast().equals(name))).findFirst()
                .or(() -> inLine.stream().min(Comparator.comparingInt(List::size)));
    }

    /// Who sends requests to whom: sources, calls and routes in the order of the text. A name that is no station is among them.
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (String source : names("sources")) {
            value(List.of("sources", source, "to")).ifPresent(to -> links.add(new Link(source, to, Kind.SOURCE, List.of("sources", source))));
        }
        for (String station : names("stations")) {
            names("stations", station, "calls").forEach(to -> links.add(new Link(station, to, Kind.CALL, List.of("stations", station, "calls", to))));
            names("stations", station, "routes").forEach(to -> links.add(new Link(station, to, Kind.ROUTE, List.of("stations", station, "routes", to))));
        }
        return links;
    }

    /// The text with another value at a path; keys on the way that are not there are made.
    public String with(List<String> path, String value) {
        Piece piece = pieces.get(path);
        String fitting = fitting(value);
        if (piece != null) {
            int to = piece.mapping() && !flow(piece) ? lastOf(piece) : piece.to();
            boolean bare = piece.from() > 0 && text.charAt(piece.from() - 1) == ':';
            return text.substring(0, piece.from()) + (bare ? " " : "") + fitting + text.substring(to);
        }
        List<String> above = path.subList(0, path.size() - 1);
        String entry = key(path.getLast()) + ": " + fitting;
        Piece parent = pieces.get(above);
        if (parent == null || !parent.mapping()) {
            return above.isEmpty() ? entry + "\n" + text : with(above, "{" + entry + "}");
        }
        if (flow(parent)) {
            boolean empty = written(parent).substring(1, written(parent).length() - 1).isBlank();
            return text.substring(0, parent.from() + 1) + entry + (empty ? "" : ", ") + text.substring(parent.from() + 1);
        }
        int end = lastOf(parent);
        return text.substring(0, end) + "\n" + " ".repeat(column(parent.from())) + entry + text.substring(end);
    }

    /// The text without a key and its value; the same text when it is not there.
    public String without(List<String> path) {
        Piece piece = pieces.get(path);
        Piece parent = path.isEmpty() ? null : pieces.get(path.subList(0, path.size() - 1));
        if (piece == null || parent == null) {
            return text;
        }
        int to = piece.mapping() && !flow(piece) ? lastOf(piece) : piece.to();
        if (flow(parent)) {
            String after = text.substring(to).stripLeading();
            String before = text.substring(0, piece.key());
            boolean comma = after.startsWith(",");
            return comma ? before + after.substring(1).stripLeading() : before.stripTrailing().replaceFirst(",$", "") + after;
        }
        int from = piece.key() - column(piece.key());
        int end = text.indexOf('\n', to);
        return text.substring(0, from) + (end < 0 ? "" : text.substring(end + 1));
    }

    /// Behind the last character of a mapping in lines that is no blank and no comment.
    private int lastOf(Piece piece) {
        return pieces.values().stream().filter(each -> !(each.mapping() && !flow(each)) && each.from() >= piece.from() && each.to() <= Math.max(piece.to(), piece.from()))
                .mapToInt(Piece::to).max().orElse(piece.from());
    }

    private boolean flow(Piece piece) {
        return piece.from() < text.length() && text.charAt(piece.from()) == '{';
    }

    private int column(int at) {
        return at - (text.lastIndexOf('\n', at - 1) + 1);
    }

    /// A key as it can be written.
    static String key(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]*") ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// A value as it can be written; what begins like a flow mapping or list is one, what would mean something else to YAML is quoted.
    static String fitting(String value) {
        boolean open = value.matches("(-\\d|[^,\\[\\]{}#:\"'@`*&!%|>?\\s-])[^,\\[\\]{}#:\"']*") || value.startsWith("{") || value.startsWith("[");
        return open ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
