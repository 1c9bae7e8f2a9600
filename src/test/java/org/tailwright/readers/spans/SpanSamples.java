package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.tailwright.work.Seeds;

/// Files of spans made for tests, with awkward names, escapes and both spellings.
public final class SpanSamples {
    private static final String[] NAMES = {"GET /a", "POST /b?x=\\\"1\\\"", "caf\u00e9 \\u2603", "", "tab\\tline\\n", "SELECT \\\\ 1"};

    private SpanSamples() {}

    /// JSON Lines: each line one trace of a root and up to six children.
    public static String lines(int traces, long seed) {
        return String.join("\n", objects(traces, seed)) + "\n";
    }

    /// The same spans as an array of such objects over several lines.
    public static String document(int traces, long seed) {
        return "[\n" + String.join(",\n", objects(traces, seed)) + "\n]";
    }

    private static List<String> objects(int traces, long seed) {
        RandomGenerator random = Seeds.stream(seed, "spans", 0);
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < traces; i++) {
            objects.add(object(random, 1_700_000_000_000_000_000L + i * 1_000_000L));
        }
        return objects;
    }

    private static String object(RandomGenerator random, long start) {
        String trace = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
        String root = String.format(Locale.ROOT, "%016X", random.nextLong());
        StringBuilder text = new StringBuilder("{\"resourceSpans\":[{");
        boolean late = random.nextBoolean();
        String resource = "\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"s" + random.nextInt(3)
                + "\"}},{\"key\":\"host\",\"value\":{\"stringValue\":\"h\"}}]}";
        text.append(late ? "" : resource + ",").append("\"scopeSpans\":[{\"scope\":{\"name\":\"x\",\"attributes\":[{\"a\":[1,{}]}]},\"spans\":[");
        text.append(span(random, trace, root, "", start));
        for (int child = random.nextInt(7); child > 0; child--) {
            text.append(random.nextBoolean() ? "," : " , ").append(span(random, trace, String.format(Locale.ROOT, "%016x", random.nextLong()), root, start + child));
        }
        return text.append("]}]").append(late ? "," + resource : "").append("}]}").toString();
    }

    private static String span(RandomGenerator random, String trace, String id, String parent, long start) {
        List<String> members = new ArrayList<>(List.of("\"traceId\":\"" + trace + "\"", "\"spanId\":\"" + id + "\"",
                "\"name\":\"" + NAMES[random.nextInt(NAMES.length)] + "\"", "\"kind\":" + kind(random)));
        long end = start + random.nextInt(1_000_000);
        members.add("\"startTimeUnixNano\":" + (random.nextBoolean() ? "\"" + start + "\"" : start));
        members.add("\"endTimeUnixNano\":" + (random.nextBoolean() ? "\"" + end + "\"" : end));
        members.add("\"parentSpanId\":\"" + parent + "\"");
        members.add("\"attributes\":[" + attributes(random) + "]");
        members.add("\"events\":[{\"name\":\"e\",\"timeUnixNano\":\"1\",\"attributes\":[]}]");
        members.add("\"status\":" + (random.nextInt(4) == 0 ? "{\"message\":\"no\",\"code\":2}" : "{}"));
        if (random.nextInt(3) == 0) {
            members.add("\"traceState\":\"ot=th:8;rv:1,x=y\"");
        }
        if (random.nextInt(3) == 0) {
            Collections.rotate(members, random.nextInt(members.size()));
        }
        return "{" + String.join(random.nextInt(5) == 0 ? " ,\t" : ",", members) + "}";
    }

    private static String kind(RandomGenerator random) {
        int kind = random.nextInt(6);
        return random.nextBoolean() ? Integer.toString(kind) : "\"SPAN_KIND_" + List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER").get(kind) + "\"";
    }

    private static String attributes(RandomGenerator random) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String value = switch (random.nextInt(7)) {
                case 0 -> "{\"stringValue\":\"v" + random.nextInt(4) + "\"}";
                case 1 -> "{\"intValue\":\"" + random.nextInt(9) + "\"}";
                case 2 -> "{\"intValue\":" + random.nextInt(9) + "}";
                case 3 -> "{\"doubleValue\":1.50}";
                case 4 -> "{\"boolValue\":" + random.nextBoolean() + "}";
                case 5 -> "{\"arrayValue\":{\"values\":[{\"stringValue\":\"a\"},{\"intValue\":\"2\"}]}}";
                default -> "{}";
            };
            String key = random.nextInt(6) == 0 ? "k\\u0065y" : "key" + random.nextInt(5);
            all.add(random.nextInt(4) == 0 ? "{\"value\":" + value + ",\"key\":\"" + key + "\"}" : "{\"key\":\"" + key + "\",\"value\":" + value + "}");
        }
        return String.join(",", all);
    }

    /// A small trace of Jaeger's.
    public static String jaeger() {
        return """
                {"data":[{"traceID":"00000000000000ab","spans":[
                {"traceID":"00000000000000ab","spanID":"0000000000000001","operationName":"GET /","references":[],"startTime":1000,"duration":100,
                 "tags":[{"key":"span.kind","type":"string","value":"server"},{"key":"sampler.type","type":"string","value":"probabilistic"},
                 {"key":"sampler.param","type":"float64","value":0.25}],"logs":[],"processID":"p1"},
                {"traceID":"00000000000000ab","spanID":"0000000000000002","operationName":"query","references":[
                 {"refType":"FOLLOWS_FROM","traceID":"00000000000000ab","spanID":"0000000000000009"},
                 {"refType":"CHILD_OF","traceID":"00000000000000ab","spanID":"0000000000000001","span":{"spanID":"x","references":[]}}],
                 "startTime":1010,"duration":50,"tags":[{"key":"error","type":"bool","value":true}],"processID":"p2"}],
                "processes":{"p1":{"serviceName":"front","tags":[{"key":"host","type":"string","value":"h1"}]},"p2":{"serviceName":"db","tags":[]}}}],
                "total":0,"errors":null}
                """;
    }
}
