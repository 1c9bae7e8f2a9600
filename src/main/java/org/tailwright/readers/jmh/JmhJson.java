package org.tailwright.readers.jmh;

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
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// JMH's JSON results (`-rf json`), all modes. Iterations become metrics with the parameters as labels; sampled times become histograms; several
/// thread counts of one benchmark become load points.
public final class JmhJson implements Reader {
    private static final int MOST = 200_000;

    @Override
    public String format() {
        return "JMH results";
    }

    @Override
    public String recognisedBy() {
        return "JSON array of objects with benchmark, mode and primaryMetric";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean json = text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{");
        return json && text.contains("\"benchmark\"") && text.contains("\"mode\"") && (text.contains("\"primaryMetric\"") || text.contains("\"jmhVersion\""))
                ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<JmhResult> results = new ArrayList<>();
        long[] skipped = {0};
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                keep(JmhResult.of(parser), results, skipped);
            } else {
                Json.array(parser, each -> {
                    work.check();
                    keep(JmhResult.of(each), results, skipped);
                });
            }
        } catch (JacksonException e) {
            String mistake = Json.mistake(e);
            if (results.isEmpty()) {
                throw new UnreadableFile("the JSON cannot be read: " + mistake, "", "");
            }
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the rest of the results cannot be read: " + mistake));
        }
        if (skipped[0] > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, skipped[0] + " results have no benchmark or no data and are left out"));
        }
        if (results.isEmpty() && skipped[0] > 0) {
            throw new UnreadableFile("none of " + skipped[0] + " results names a benchmark and holds data", "", "");
        }
        return new JmhData(source, format()).result(results, diagnostics, skipped[0]);
    }

    private static void keep(JmhResult result, List<JmhResult> results, long[] skipped) {
        if (result.isEmpty() || results.size() >= MOST) {
            skipped[0]++;
        } else {
            results.add(result);
        }
    }
}
