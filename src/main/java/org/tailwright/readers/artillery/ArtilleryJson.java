package org.tailwright.readers.artillery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Requests;
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

/// Artillery reports (`artillery run --output`): percentiles of the whole run, percentiles and counters by period; of version 1 also the
/// single requests where they are listed.
public final class ArtilleryJson implements Reader {
    private static final long MILLI = 1_000_000;

    @Override
    public String format() {
        return "Artillery report";
    }

    @Override
    public String recognisedBy() {
        return "JSON with aggregate or intermediate, and counters such as vusers.created or scenariosCreated";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean frame = text.stripLeading().startsWith("{") && (text.contains("\"aggregate\"") || text.contains("\"intermediate\""));
        boolean marks = text.contains("\"scenariosCreated\"") || text.contains("\"firstCounterAt\"") || text.contains("\"vusers.created\"");
        return frame && marks ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<ArtilleryPeriod> aggregate = new ArrayList<>();
        List<ArtilleryPeriod> periods = new ArrayList<>();
        CallRows calls = new CallRows();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            parser.nextToken();
            Json.object(parser, (name, inner) -> {
                switch (name) {
                    case "aggregate" -> period(inner, calls).ifPresent(aggregate::add);
                    case "intermediate" -> Json.array(inner, each -> {
                        work.check();
                        period(each, calls).ifPresent(periods::add);
                    });
                    default -> inner.skipChildren();
                }
            });
        } catch (JacksonException e) {
            String mistake = Json.mistake(e);
            if (aggregate.isEmpty() && periods.isEmpty()) {
                throw new UnreadableFile("the JSON cannot be read: " + mistake, "", "");
            }
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the rest of the report cannot be read: " + mistake));
        }
        if (aggregate.isEmpty() && periods.isEmpty()) {
            throw new UnreadableFile("the report holds neither an aggregate nor a period", "", "");
        }
        return new ArtilleryData(source, format(), aggregate, periods, calls).result(diagnostics);
    }

    private static Optional<ArtilleryPeriod> period(JsonParser parser, CallRows calls) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Optional.empty();
        }
        ArtilleryPeriod period = new ArtilleryPeriod();
        Json.object(parser, (name, inner) -> {
            if (name.equals("latencies")) {
                Json.array(inner, each -> call(each, calls));
            } else {
                period.take(name, inner);
            }
        });
        return Optional.of(period);
    }

    /// A request of version 1: end in epoch milliseconds, id, nanoseconds, status.
    private static void call(JsonParser parser, CallRows calls) {
        List<String> fields = new ArrayList<>();
        Json.array(parser, each -> {
            if (fields.size() < 4) {
                fields.add(Json.scalar(each));
            } else {
                each.skipChildren();
            }
        });
        long end = fields.size() == 4 ? Json.whole(fields.get(0)) : -1;
        long duration = fields.size() == 4 ? Json.whole(fields.get(2)) : -1;
        if (end > 0 && end < Long.MAX_VALUE / MILLI && duration >= 0 && duration < Long.MAX_VALUE / 4) {
            String status = Json.cut(fields.get(3));
            calls.begin(end * MILLI - duration, duration).text(Requests.STATUS, status)
                    .failed(status.length() != 3 || status.charAt(0) >= '4');
        }
    }
}
