package org.tailwright.readers.accesslog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tailwright.readers.Json;

/// Turns paths into routes: the query is dropped, what looks like an identifier becomes `{id}`, and branches with too many different names
/// become `{name}`, so that the number of labels stays bounded.
final class Routes {
    static final String ID = "{id}";
    static final String OTHER = "{other}";
    /// More different paths than this are not told apart while reading.
    private static final int MOST = 50_000;
    private static final int DEEPEST = 12;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PROPFIND",
            "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "SEARCH", "REPORT", "PURGE", "QUERY");

    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> raw = new HashMap<>();
    private boolean overflown;

    /// The code of the label of a request; equal codes mean equal labels before branches are joined.
    int code(String method, String path) {
        String key = method + ' ' + path;
        Integer known = raw.get(key);
        if (known != null) {
            return known;
        }
        String label = label(method, path);
        Integer code = codes.get(label);
        if (code == null) {
            if (codes.size() >= MOST) {
                overflown = true;
                label = verb(method) + OTHER;
                code = codes.computeIfAbsent(label, _ -> codes.size());
            } else {
                code = codes.size();
                codes.put(label, code);
            }
        }
        if (raw.size() < MOST) {
            raw.put(key, code);
        }
        return code;
    }

    /// Labels by code.
    String[] labels() {
        String[] labels = new String[codes.size()];
        codes.forEach((label, code) -> labels[code] = label);
        return labels;
    }

    /// Whether paths were thrown together while reading.
    boolean overflown() {
        return overflown;
    }

    /// `GET /users/{id}`; a connection keeps whom it is to.
    static String label(String method, String path) {
        if (method.equals("CONNECT") && !path.isEmpty() && !path.startsWith("/")) {
            return verb(method) + Json.cut(path);
        }
        return verb(method) + route(path);
    }

    private static String verb(String method) {
        return method.isEmpty() ? "" : METHODS.contains(method) ? method + " " : "(other method) ";
    }

    /// The path without host, query and identifiers.
    static String route(String path) {
        String plain = plain(path);
        if (plain.isEmpty()) {
            return "(no path)";
        }
        if (!plain.startsWith("/")) {
            return plain.equals("*") ? "*" : "(no path)";
        }
        StringBuilder route = new StringBuilder();
        int at = 0;
        int depth = 0;
        while (at < plain.length()) {
            int end = plain.indexOf('/', at + 1);
            int to = end < 0 ? plain.length() : end;
            if (depth++ == DEEPEST) {
                return route.append("/…").toString();
            }
            route.append('/').append(segment(plain, at + 1, to));
            at = to;
        }
        return route.toString();
    }

    private static String plain(String path) {
        int scheme = path.indexOf("://");
        String local = path;
        if (scheme > 0 && scheme < 8) {
            int slash = path.indexOf('/', scheme + 3);
            local = slash < 0 ? "/" : path.substring(slash);
        }
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '?' || c == '#' || c == ';') {
                return local.substring(0, i);
            }
        }
        return local;
    }

    private static String segment(String path, int from, int to) {
        Shape shape = Shape.of(path, from, to);
        if (shape.length() == 0 || shape.length() <= 3 && !shape.number()) {
            return path.substring(from, to);
        }
        int dot = shape.odd() ? -1 : path.lastIndexOf('.', to - 1);
        if (dot > from && to - dot <= 6 && letters(path, dot + 1, to)) {
            return file(path.substring(from, dot)) + path.substring(dot, to).toLowerCase(Locale.ROOT);
        }
        return shape.identifier() ? ID : path.substring(from, to);
    }

    /// Built files carry a hash behind their name: `index-mMaLXldj`, `app.3f2a91bc`.
    private static String file(String stem) {
        Shape shape = Shape.of(stem, 0, stem.length());
        if (shape.strict()) {
            return ID;
        }
        int part = Math.max(stem.lastIndexOf('-'), stem.lastIndexOf('.'));
        boolean hash = part > 0 && stem.length() - part > 6 && mixed(stem, part + 1);
        return hash ? stem.substring(0, part + 1) + ID : shape.identifier() ? ID : stem;
    }

    /// Whether a digit, or a capital behind the first letter, stands from `from` on.
    private static boolean mixed(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || i > from && c >= 'A' && c <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static boolean letters(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) || i == from && Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }
}
