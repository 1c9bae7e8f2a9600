package org.tailwright.readers.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Json;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads answers of the query interface token by token. A result's members may come in any order.
final class QueryTokens {
    private static final String UNNAMED = "result";

    private final SeriesTable table = new SeriesTable();
    private final Families families = new Families();
    private final Diagnostics diagnostics;
    private final Work work;
    private String error = "";
    private String errorType = "";
    private boolean failed;
    private boolean unnamed;
    private long nativeOnes;
    private long skipped;
    private long read;
    private String first = "";

    QueryTokens(Diagnostics diagnostics, Work work) {
        this.diagnostics = diagnostics;
        this.work = work;
    }

    SeriesTable table() {
        return table;
    }

    long skipped() {
        return skipped;
    }

    /// Why the server refused, empty when it did not.
    String error() {
        String why = Json.cut(error.isEmpty() ? errorType : error).strip();
        return failed && table.samples() == 0 ? (why.isEmpty() ? "no reason is told" : why.lines().findFirst().orElse("")) : "";
    }

    List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (unnamed) {
            assumed.add("series without a name are called " + UNNAMED);
        }
        if (nativeOnes > 0) {
            diagnostics.note(nativeOnes + " native histograms are not read");
        }
        return assumed;
    }

    /// All answers of the file.
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                answer(parser);
            }
        }
    }

    private void answer(JsonParser parser) {
        Result line = new Result();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "status" -> failed |= Json.scalar(value).equals("error");
                case "error" -> error = Json.scalar(value);
                case "errorType" -> errorType = Json.scalar(value);
                case "data" -> data(value);
                case "warnings", "infos" -> Json.array(value, each -> diagnostics.note("the server remarks: " + Json.cut(Json.scalar(each))));
                case "metric", "values", "timestamps", "value" -> line.member(name, value);
                default -> value.skipChildren();
            }
        });
        line.done();
    }

    private void data(JsonParser parser) {
        Json.object(parser, (name, value) -> {
            if (name.equals("result")) {
                result(value);
            } else {
                value.skipChildren();
            }
        });
    }

    /// Series as objects, or the time and value of a scalar.
    private void result(JsonParser parser) {
        first = "";
        Json.array(parser, each -> {
            if (each.currentToken() == JsonToken.START_OBJECT) {
                Result result = new Result();
                Json.object(each, result::member);
                result.done();
            } else {
                scalar(Json.scalar(each));
            }
        });
    }

    private void scalar(String text) {
        if (first.isEmpty()) {
            first = text;
        } else {
            Result result = new Result();
            result.add(first, text);
            result.done();
        }
    }

    /// One series; samples that come before its labels wait.
    private final class Result {
        private @Nullable Map<String, String> labels;
        private final SeriesRows rows = new SeriesRows();
        private final List<String> values = new ArrayList<>();
        private final List<String> times = new ArrayList<>();

        void member(String name, JsonParser value) {
            switch (name) {
                case "metric" -> labels = labels(value);
                case "values" -> Json.array(value, each -> {
                    if (each.currentToken() == JsonToken.START_ARRAY) {
                        pair(each);
                    } else {
                        values.add(Json.scalar(each));
                    }
                });
                case "timestamps" -> Json.array(value, each -> times.add(Json.scalar(each)));
                case "value" -> pair(value);
                case "histogram", "histograms" -> {
                    nativeOnes++;
                    value.skipChildren();
                }
                default -> value.skipChildren();
            }
        }

        private static Map<String, String> labels(JsonParser parser) {
            Map<String, String> labels = new HashMap<>();
            Json.object(parser, (name, value) -> labels.put(name, Json.cut(Json.scalar(value))));
            return labels;
        }

        private void pair(JsonParser parser) {
            List<String> parts = new ArrayList<>();
            Json.array(parser, each -> {
                String text = Json.scalar(each);
                if (parts.size() < 2) {
                    parts.add(text);
                }
            });
            add(parts.isEmpty() ? "" : parts.getFirst(), parts.size() < 2 ? "" : parts.get(1));
        }

        void add(String time, String text) {
            if ((++read & 0xfff) == 0) {
                work.check();
            }
            keep(Epochs.seconds(time), text);
        }

        private void keep(long time, String text) {
            double value = number(text);
            if (time == Epochs.NONE || Double.isNaN(value) && !text.equals("NaN") && !text.isEmpty()) {
                skipped++;
                diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "a sample without a time and a number is left out"));
            } else {
                rows.add(time, value);
            }
        }

        void done() {
            for (int i = 0; i < Math.min(values.size(), times.size()); i++) {
                keep(Epochs.scaled(times.get(i), 1_000_000), values.get(i));
            }
            if (rows.size() == 0) {
                return;
            }
            Map<String, String> known = labels == null ? new HashMap<>() : labels;
            String name = known.remove("__name__");
            unnamed |= name == null;
            String own = name == null ? UNNAMED : name;
            SeriesRows all = table.series(own, known, families.kind(own, known), families.unit(own));
            if (all != null) {
                all.addAll(rows);
            }
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
