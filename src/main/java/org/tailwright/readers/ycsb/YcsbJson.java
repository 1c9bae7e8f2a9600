package org.tailwright.readers.ycsb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The summary that YCSB's JSON exporters write: objects of metric, measurement and value, in an array or one after another.
public final class YcsbJson implements Reader {
    @Override
    public String format() {
        return "YCSB JSON";
    }

    @Override
    public String recognisedBy() {
        return "JSON objects with metric, measurement and value";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return json && text.contains("\"metric\"") && text.contains("\"measurement\"") && text.contains("\"value\"") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<YcsbRun> runs = new ArrayList<>(List.of(new YcsbRun()));
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                work.check();
                if (token == JsonToken.START_OBJECT) {
                    measurement(parser, runs);
                } else if (token == JsonToken.START_ARRAY) {
                    Json.array(parser, each -> measurement(each, runs));
                }
            }
        } catch (JacksonException e) {
            String mistake = Json.mistake(e);
            if (runs.getFirst().isEmpty()) {
                throw new UnreadableFile("the JSON cannot be read: " + mistake, "", "");
            }
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the rest cannot be read: " + mistake));
        }
        return new YcsbData(source, format(), options.zone()).result(runs, new YcsbStatus(options.zone()), new CallRows(), new CallRows(), diagnostics, 0);
    }

    private static void measurement(JsonParser parser, List<YcsbRun> runs) {
        String[] fields = {"", "", ""};
        Json.object(parser, (name, inner) -> {
            switch (name) {
                case "metric" -> fields[0] = Json.cut(Json.scalar(inner));
                case "measurement" -> fields[1] = Json.cut(Json.scalar(inner));
                case "value" -> fields[2] = Json.scalar(inner);
                default -> inner.skipChildren();
            }
        });
        double value;
        try {
            value = Double.parseDouble(fields[2]);
        } catch (NumberFormatException e) {
            return;
        }
        if (fields[0].equals("OVERALL") && runs.getLast().has("OVERALL", fields[1]) && runs.size() < 10_000) {
            runs.add(new YcsbRun());
        }
        runs.getLast().put(fields[0], fields[1], value);
    }
}
