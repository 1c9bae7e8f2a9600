package org.tailwright.readers.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.work.Work;

/// pprof's protobuf, usually inside gzip: Go, Pyroscope, Datadog, py-spy, gperftools, perf_to_profile. Each value type becomes a recording;
/// the default one comes first. Frames that the profile asks to drop are kept.
public final class PprofReader implements Reader {
    private static final String FORMAT = "pprof";
    private static final List<String> THREADS = List.of("thread name", "thread_name", "thread", "thread id", "thread_id", "tid");
    private static final String END = "end_timestamp_ns";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "protobuf with the fields of a pprof profile, usually inside gzip";
    }

    @Override
    public Claim recognises(Head head) {
        byte[] bytes = head.bytes();
        return bytes.length > 3 && bytes[0] != '{' && new PprofShape(bytes, head.whole()).fits() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        PprofMessage message = new PprofMessage(diagnostics, work);
        try (InputStream in = source.stream()) {
            message.read(new Fields(in));
        }
        List<ValueType> types = message.types();
        if (types.isEmpty()) {
            throw new UnreadableFile("the profile does not say what its values mean" + (diagnostics.count() == 0 ? "" : ": "
                    + diagnostics.first().getFirst().words()), "", "a pprof profile begins with its sample types");
        }
        Assembly assembly = new Assembly(message.samples(), types, diagnostics);
        Profile profile = assembly.profile();
        List<Said> said = labels(message);
        assembly.fill(first(message, types), place -> message.places().frames(place, profile.frames()), (row, rows, weight) -> say(said, row, rows, weight));
        note(message, assembly, diagnostics);
        long skipped = message.skipped();
        if (profile.samples() == 0) {
            if (diagnostics.first().stream().anyMatch(each -> each.severity() == Diagnostic.Severity.ERROR)) {
                throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().message(), "", "");
            }
            diagnostics.note("the profile has no samples");
        }
        return ReadResult.of(FORMAT, profile.recordings(source, FORMAT, skipped), diagnostics, skipped);
    }

    /// The default type: the one named, else the last.
    private static int first(PprofMessage message, List<ValueType> types) {
        String named = message.places().text(message.number(14));
        for (int i = 0; i < types.size(); i++) {
            if (!named.isEmpty() && types.get(i).type().equals(named)) {
                return i;
            }
        }
        return types.size() - 1;
    }

    private static void note(PprofMessage message, Assembly assembly, Diagnostics diagnostics) {
        Profile profile = assembly.profile();
        long time = message.number(9);
        long duration = Math.clamp(message.number(10), 0, Long.MAX_VALUE / 4);
        if (time > 0 && time < Long.MAX_VALUE / 2) {
            profile.span(new TimeSpan(time, time + duration));
        }
        if (message.number(12) > 0 && !message.periodType().type().isEmpty()) {
            profile.setting("pprof#period", message.number(12) + " " + message.periodType().unit() + " of " + message.periodType().type());
        }
        String drop = message.places().text(message.number(7));
        if (!drop.isEmpty()) {
            diagnostics.note("the profile asks viewers to hide some frames (drop_frames " + (drop.length() > 60 ? drop.substring(0, 60) + "…" : drop)
                    + "); all are kept");
        }
        long uneven = assembly.uneven();
        if (uneven > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "too few or too many values: " + Profile.count(uneven, "sample")));
        }
        long missing = message.places().missing();
        if (missing > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "named by samples but not described: " + Profile.count(missing, "location")));
        }
    }

    /// A label on its way through the samples, which come in the same order.
    private static final class Said {
        final String column;
        final RawSamples.Label label;
        final Longs numbers;
        final Places places;

        Said(String column, RawSamples.Label label, Places places) {
            this.column = column;
            this.label = label;
            this.numbers = label.numbers().build();
            this.places = places;
        }

        /// Place in the label's list of the first value of a sample, -1 when it has none.
        int find(int row) {
            int low = 0;
            int high = label.rows().size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (label.rows().at(middle) < row) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < label.rows().size() && label.rows().at(low) == row ? low : -1;
        }

        @Nullable String text(int at) {
            int text = label.texts().at(at);
            return text > 0 ? places.text(text) : Long.toString(numbers.at(at));
        }
    }

    private static List<Said> labels(PprofMessage message) {
        List<Said> said = new ArrayList<>();
        String best = THREADS.stream().filter(each -> message.samples().labels().keySet().stream().anyMatch(key -> message.places().text(key).equals(each)))
                .findFirst().orElse("");
        for (Map.Entry<Long, RawSamples.Label> each : message.samples().labels().entrySet()) {
            String key = message.places().text(each.getKey());
            if (!key.isEmpty()) {
                said.add(new Said(key.equals(best) ? Requests.THREAD : key, each.getValue(), message.places()));
            }
        }
        return said;
    }

    private static void say(List<Said> said, int row, SampleRows rows, double weight) {
        for (Said each : said) {
            int at = each.find(row);
            if (at >= 0 && each.column.equals(END)) {
                rows.start(each.numbers.at(at) - Math.round(weight)).end(each.numbers.at(at));
            } else if (at >= 0) {
                rows.label(each.column, String.valueOf(each.text(at)));
            }
        }
    }
}
