package org.tailwright.readers.firefox;

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
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Profiles of the Firefox Profiler, gecko and processed, of all versions since 2016, also those of samply and other writers. The thread is the
/// outermost frame. Markers and counters are left out.
public final class FirefoxProfile implements Reader {
    private static final String FORMAT = "Firefox profile";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with preprocessedProfileVersion, breakpadId, or stackTable and frameTable";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{")) {
            return Claim.NO;
        }
        boolean marked = text.contains("\"preprocessedProfileVersion\"") || text.contains("\"breakpadId\"") && text.contains("\"debugName\"")
                || text.contains("\"stackTable\"") && text.contains("\"frameTable\"");
        boolean likely = text.contains("\"meta\"") && text.contains("\"stackwalk\"") && text.contains("\"interval\"");
        return marked || likely ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        GeckoProcess root = GeckoProcess.empty(work);
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            Json.object(parser, root::member);
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the JSON breaks off here: " + Json.mistake(e)));
        }
        Profile profile = new Profile();
        GeckoSamples samples = new GeckoSamples(profile, root.shared(), work);
        samples.add(root, Double.NaN);
        if (samples.stackless() > 0) {
            diagnostics.note("without a stack and left out: " + Profile.count(samples.stackless(), "sample"));
        }
        if (samples.odd() > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, samples.odd() + " references between the tables lead nowhere"));
        }
        if (Double.isNaN(root.startMillis())) {
            profile.assume("times count from an unknown start: the file has no meta.startTime");
        }
        if (!Double.isNaN(root.intervalMillis())) {
            profile.setting("firefox#interval", root.intervalMillis() + " ms");
        }
        if (profile.samples() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().message(), "",
                    "a profile has threads with samples, stackTable and frameTable");
        }
        if (profile.samples() == 0) {
            diagnostics.note("the profile has no samples");
        } else {
            profile.doubt("a sample is a moment of the clock, whether the thread worked or waited");
        }
        return ReadResult.of(FORMAT, profile.recordings(source, FORMAT, 0), diagnostics, 0);
    }
}
