package org.tailwright.readers.speedscope;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tailwright.data.Stacks;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.DenseIds;
import org.tailwright.readers.stacks.JavaNames;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;

/// speedscope's JSON: sampled profiles (stacks with weights) and evented ones (frames opened and closed), which become a sample for each
/// stretch of time with the same stack. Profiles that are threads become one recording, others a recording each, the active one first.
public final class SpeedscopeReader implements Reader {
    private static final String FORMAT = "speedscope JSON";
    private static final Pattern THREAD = Pattern.compile("(?i)thread|process|worker|isolate|\\b[pt]id\\b");
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(?:sampled|evented)\"");
    private static final int MOST_PARTS = 100;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON that names speedscope's schema, or holds sampled or evented profiles";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{")) {
            return Claim.NO;
        }
        boolean parts = text.contains("\"profiles\"") && TYPE.matcher(text).find() || text.contains("\"profiles\"") && text.contains("\"startValue\"");
        return text.contains("speedscope.app/file-format-schema") || parts ? Claim.CERTAIN : Claim.NO;
    }

    private record Contents(List<Part> parts, List<String> names, List<String> files, int[] active) {}

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Profile profile = new Profile();
        Diagnostics diagnostics = new Diagnostics();
        DenseIds frames = new DenseIds();
        Contents contents = new Contents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new int[] {-1});
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            Json.object(parser, (name, value) -> {
                switch (name) {
                    case "shared" -> Json.object(value, (inner, list) -> shared(inner, list, contents));
                    case "profiles" -> Json.array(value, each -> {
                        Part part = new Part(profile.tree(), frames, diagnostics, work);
                        contents.parts().add(part);
                        Json.object(each, part::member);
                    });
                    case "activeProfileIndex" -> contents.active()[0] = Json.scalar(value).length() < 9 ? (int) Json.whole(Json.scalar(value)) : -1;
                    default -> value.skipChildren();
                }
            });
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the JSON breaks off here: " + Json.mistake(e)));
        }
        contents.parts().forEach(Part::finish);
        long unnamed = name(frames, contents, profile);
        if (unnamed > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "used but not described: " + Profile.count(unnamed, "frame")));
        }
        fill(profile, contents);
        if (profile.samples() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().message(), "", "speedscope's JSON has profiles and shared frames");
        }
        if (profile.samples() == 0) {
            diagnostics.note("the file is a profile without samples");
        }
        long wrong = contents.parts().stream().mapToLong(Part::wrong).sum();
        return ReadResult.of(FORMAT, profile.recordings(source, FORMAT, wrong), diagnostics, wrong);
    }

    private static void shared(String member, JsonParser parser, Contents contents) {
        if (!member.equals("frames")) {
            parser.skipChildren();
            return;
        }
        Json.array(parser, each -> {
            String[] texts = {"", ""};
            Json.object(each, (name, value) -> {
                switch (name) {
                    case "name" -> texts[0] = Json.cut(Json.scalar(value));
                    case "file" -> texts[1] = Json.cut(Json.scalar(value));
                    default -> value.skipChildren();
                }
            });
            contents.names().add(texts[0]);
            contents.files().add(texts[1]);
        });
    }

    /// Names the frames in the order in which the stacks use them; the number of those that the file does not describe.
    private static long name(DenseIds used, Contents contents, Profile profile) {
        long unnamed = 0;
        for (int i = 0; i < used.size(); i++) {
            long index = used.id(i);
            boolean known = index >= 0 && index < contents.names().size();
            unnamed += known ? 0 : 1;
            String name = known ? contents.names().get((int) index) : "(frame " + index + ")";
            String file = known ? contents.files().get((int) index) : "";
            String text = file.isEmpty() || name.contains(file) ? name : name + " (" + file + ")";
            Stacks.Frame kind = JavaNames.guess(text);
            profile.frames().append(kind == Stacks.Frame.JAVA ? JavaNames.dotted(text) : text, kind);
        }
        return unnamed;
    }

    private static void fill(Profile profile, Contents contents) {
        List<Part> parts = new ArrayList<>(contents.parts().stream().filter(each -> each.size() > 0).toList());
        int active = contents.active()[0];
        if (active > 0 && active < contents.parts().size() && contents.parts().get(active).size() > 0) {
            parts.remove(contents.parts().get(active));
            parts.addFirst(contents.parts().get(active));
        }
        boolean threads = parts.size() > 1 && parts.stream().allMatch(each -> THREAD.matcher(each.name()).find()) || parts.size() > MOST_PARTS;
        Map<Object, SampleRows> byUnit = new HashMap<>();
        for (Part each : parts) {
            boolean whole = threads || parts.size() == 1;
            SampleRows rows = whole ? byUnit.computeIfAbsent(each.unit().unit(), _ -> profile.kind(words(each.unit().unit()), each.unit().unit()))
                    : profile.kind(each.name().isEmpty() ? "profile" : each.name(), each.unit().unit());
            each.into(rows, threads);
            if (each.unit().unit().equals(Unit.DURATION) && !each.calendar()) {
                profile.assume("times count from an unknown start, not from 1970");
            }
        }
    }

    private static String words(Unit unit) {
        return switch (unit.kind()) {
            case DURATION, TIME -> "time";
            case BYTES -> "bytes";
            case COUNT, RATIO -> "samples";
            case PLAIN -> unit.symbol().isEmpty() ? "samples" : unit.symbol();
        };
    }
}
