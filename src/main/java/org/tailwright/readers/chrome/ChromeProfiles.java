package org.tailwright.readers.chrome;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Recording;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Json;
import org.tailwright.readers.Source;
import org.tailwright.readers.cpuprofile.V8Samples;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.work.Work;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/// The CPU profiles inside a trace: V8 writes a `Profile` event when it begins to sample a thread and `ProfileChunk` events with nodes, samples and
/// time deltas behind it; old browsers write a whole profile in one `CpuProfile` event. All become one data set, a thread each.
final class ChromeProfiles {
    /// Members of `args.data` that tell of a profile.
    private static final Set<String> WANTED = Set.of("cpuProfile", "timeDeltas", "startTime", "endTime");

    /// A profile and the thread it is of.
    private record Sampled(V8Samples samples, String process, String thread) {}

    private final Profile profile = new Profile();
    private final Map<String, Sampled> all = new LinkedHashMap<>();
    private final Work work;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private long skipped;

    ChromeProfiles(Work work) {
        this.work = work;
    }

    /// Forgets the event before.
    void clear() {
        part.reset();
    }

    /// Keeps what `args.data`, on which the parser stands, tells of a profile, until it is known whose it is: names and ids may come after.
    void data(JsonParser parser) {
        JsonGenerator[] copy = {null};
        Json.object(parser, (name, value) -> {
            if (WANTED.contains(name)) {
                copy[0] = copied(copy[0], name, value);
            } else {
                value.skipChildren();
            }
        });
        if (copy[0] != null) {
            copy[0].writeEndObject().close();
        }
    }

    private JsonGenerator copied(@Nullable JsonGenerator before, String name, JsonParser value) {
        JsonGenerator copy = before;
        if (copy == null) {
            part.reset();
            copy = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), part);
            copy.writeStartObject();
        }
        copy.writeName(name);
        copy.copyCurrentStructure(value);
        return copy;
    }

    /// Takes an event that is all read.
    ///
    /// @return whether it belongs to a profile
    boolean keep(String name, String process, String thread, String id) {
        String key = switch (name) {
            case "Profile", "ProfileChunk" -> process + " " + id;
            case "CpuProfile" -> process + " " + thread + " " + all.size();
            default -> "";
        };
        if (key.isEmpty()) {
            return false;
        }
        boolean begins = !name.equals("ProfileChunk");
        Sampled known = all.get(key);
        Sampled sampled = known == null ? new Sampled(new V8Samples(profile, work), process, thread)
                : begins ? new Sampled(known.samples, process, thread) : known;
        all.put(key, sampled);
        if (part.size() > 0) {
            try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), part.toByteArray())) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    Json.object(parser, sampled.samples::member);
                }
            }
            part.reset();
        }
        return true;
    }

    /// The samples of all profiles.
    ///
    /// @param base nanoseconds since the epoch that times count from, 0 when the file does not say
    List<Recording> recordings(ChromeTracks tracks, Source source, String format, long base, Diagnostics diagnostics) {
        SampleRows rows = profile.kind("cpu", Unit.DURATION);
        double idle = 0;
        for (Sampled each : all.values()) {
            int track = tracks.number(each.process, each.thread, "");
            String service = tracks.service(track);
            String thread = tracks.thread(track);
            idle += each.samples.finish(diagnostics, rows, service.isEmpty() ? thread : thread + " (" + service + ")", base);
            skipped += each.samples.skipped();
        }
        V8Samples.tellIdle(profile, rows, idle);
        if (base == 0) {
            profile.assume("times count from an unknown start, as those of the trace do");
        }
        if (!all.isEmpty() && rows.size() == 0) {
            diagnostics.note("of " + Profile.count(all.size(), "CPU profile") + " the trace holds no samples");
        }
        return profile.recordings(source, format, skipped).stream().map(ChromeProfiles::named).toList();
    }

    private static Recording named(Recording each) {
        return new Recording(each.origin().named(each.origin().name() + " CPU profile"), each.tables(), each.counts(), each.samples(), each.settings(), each.span());
    }
}
