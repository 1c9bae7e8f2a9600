package org.tailwright.readers.accesslog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    /// `GET /users/{id}`.
    static String label(String method, String path) {
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
            route.append('/').append(segment(plain.substring(at + 1, to)));
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
        int end = local.length();
        for (char stop : new char[] {'?', '#', ';'}) {
            int at = local.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return local.substring(0, end);
    }

    private static String segment(String segment) {
        if (segment.isEmpty() || segment.length() <= 3 && !number(segment)) {
            return segment;
        }
        int dot = segment.indexOf('@') > 0 ? -1 : segment.lastIndexOf('.');
        if (dot > 0 && segment.length() - dot <= 6 && letters(segment, dot + 1)) {
            return file(segment.substring(0, dot)) + segment.substring(dot).toLowerCase(Locale.ROOT);
        }
        return identifier(segment) ? ID : segment;
    }

    /// Built files carry a hash behind their name: `index-mMaLXldj`, `app.3f2a91bc`.
    private static String file(String stem) {
        if (number(stem) || stem.length() >= 8 && hex(stem) && digits(stem) > 0) {
            return ID;
        }
        int part = Math.max(stem.lastIndexOf('-'), stem.lastIndexOf('.'));
        String last = stem.substring(part + 1);
        boolean hash = part > 0 && last.length() >= 6 && (digits(last) > 0 || !last.substring(1).equals(last.substring(1).toLowerCase(Locale.ROOT)));
        return hash ? stem.substring(0, part + 1) + ID : identifier(stem) ? ID : stem;
    }

    /// Numbers, dates, UUIDs, hashes, long tokens, addresses, and names with a number of at least four digits.
    static boolean identifier(String text) {
        int digits = digits(text);
        if (number(text) || text.indexOf('@') > 0 || text.length() > 64 || text.split("%", 4).length == 4) {
            return true;
        }
        if (text.length() >= 8 && digits > 0 && hex(text) || text.length() >= 16 && hex(text)) {
            return true;
        }
        return text.length() >= 20 && digits >= 3 && token(text) || digits >= 4 && digits * 10 >= 3 * text.length();
    }

    private static boolean number(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (!(c >= '0' && c <= '9' || c == '-' || c == '.' || c == ',' || c == '_' || c == ':' || c == '+')) {
                return false;
            }
        }
        return digit;
    }

    private static int digits(String text) {
        return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean hex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-');
    }

    private static boolean token(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '-' || c == '_' || c == '=');
    }

    private static boolean letters(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) || i == from && Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < text.length();
    }
}
