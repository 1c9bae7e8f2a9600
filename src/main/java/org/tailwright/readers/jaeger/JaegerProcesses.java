package org.tailwright.readers.jaeger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanBlock;
import tools.jackson.core.JsonParser;

/// The processes of one trace, which may be listed before or after its spans.
final class JaegerProcesses {
    private static final class Process {
        String service = "";
        final List<String> keys = new ArrayList<>();
        final List<String> values = new ArrayList<>();
    }

    private final Map<String, Process> known = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] spans = new int[64];
    private int firstRow;
    private int size;

    void begin(SpanBlock block) {
        known.clear();
        numbers.clear();
        firstRow = block.size();
        size = 0;
    }

    /// The next span of the trace that is kept belongs to the process `id`.
    void span(String id) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, 2 * size);
        }
        spans[size++] = numbers.computeIfAbsent(id, _ -> numbers.size());
    }

    /// Reads the object that names the processes.
    void read(JsonParser parser) {
        Json.object(parser, this::process);
    }

    /// Reads one process.
    void process(String id, JsonParser parser) {
        Process process = new Process();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "serviceName", "service_name" -> process.service = Json.cut(Json.scalar(value));
                case "tags" -> Json.array(value, tag -> JaegerTags.read(tag, (key, _, text) -> {
                    process.keys.add(key);
                    process.values.add(text);
                }));
                case "tag" -> JaegerTags.fields(value, (key, _, text) -> {
                    process.keys.add(key);
                    process.values.add(text);
                });
                default -> value.skipChildren();
            }
        });
        known.put(id, process);
    }

    /// Gives the spans of the trace their services and the attributes of their processes.
    void apply(SpanBlock block) {
        List<String> ids = new ArrayList<>(numbers.keySet());
        ids.sort((a, b) -> Integer.compare(numbers.get(a), numbers.get(b)));
        for (int number = 0; number < ids.size(); number++) {
            Process process = known.get(ids.get(number));
            if (process != null) {
                apply(block, number, process);
            }
        }
    }

    private void apply(SpanBlock block, int number, Process process) {
        int service = process.service.isEmpty() ? -1 : block.texts().code(process.service);
        int[] keys = process.keys.stream().mapToInt(block::key).toArray();
        int[] values = process.values.stream().mapToInt(block.texts()::code).toArray();
        for (int i = 0; i < size; i++) {
            if (spans[i] == number) {
                block.belong(firstRow + i, service, keys, values);
            }
        }
    }
}
