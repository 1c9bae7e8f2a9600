package org.tailwright.readers.cpuprofile;

import java.io.IOException;
import java.io.InputStream;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.ProfileJson;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// V8's `.cpuprofile` (nodes, samples and time deltas; in old files a nested tree and time stamps) and `.heapprofile` (nested tree with bytes).
public final class V8Profile implements Reader {
    private static final String FORMAT = "V8 profile";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with nodes that have callFrame and hitCount, or a head tree with selfSize or hitCount";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") || text.contains("\"traceEvents\"")) {
            return Claim.NO;
        }
        boolean list = text.contains("\"nodes\"") && text.contains("\"callFrame\"") && text.contains("\"functionName\"");
        boolean nested = text.contains("\"head\"") && text.contains("\"functionName\"")
                && (text.contains("\"hitCount\"") || text.contains("\"selfSize\"") || text.contains("\"callFrame\""));
        return list || nested ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Profile profile = new Profile();
        Diagnostics diagnostics = new Diagnostics();
        V8Samples samples = new V8Samples(profile, work);
        try (InputStream in = source.stream(); JsonParser parser = ProfileJson.DEEP.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFile("the file is no JSON object", "line 1", "");
            }
            Json.object(parser, samples::member);
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the JSON breaks off here: " + Json.mistake(e)));
        }
        samples.finish(diagnostics);
        if (profile.samples() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().message(), "",
                    "a CPU profile has nodes, samples and timeDeltas");
        }
        if (profile.samples() == 0) {
            diagnostics.note("the profile has no samples");
        }
        return ReadResult.of(FORMAT, profile.recordings(source, FORMAT, samples.skipped()), diagnostics, samples.skipped());
    }
}
