package org.tailwright.ui.views.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tailwright.data.Recording;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.profiles.CallTree;
import org.tailwright.profiles.Pauses;
import org.tailwright.profiles.Sampled;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;

/// The call tree of the samples inside the selected time window, and the pauses of the whole recording.
final class RecordingModel {
    /// What is asked.
    ///
    /// @param event event type whose samples count; empty for the most frequent one
    /// @param inverted from the innermost frame outwards
    record Question(Recording recording, Optional<TimeSpan> window, String event, boolean inverted) {}

    /// The tree, and what there is besides.
    ///
    /// @param event whose samples these are
    /// @param events all event types with samples, most first
    record Answer(CallTree tree, String event, List<String> events, Pauses.Found pauses) {}

    private final Latest<Question, Answer> latest;

    RecordingModel(Context context) {
        latest = context.latest("merging stacks", RecordingModel::solve);
    }

    Latest<Question, Answer> latest() {
        return latest;
    }

    /// The question that a session asks, if it holds a recording.
    static Optional<Question> question(Session session, String event, boolean inverted) {
        return session.first(Recording.class).map(found -> new Question(found, session.selection().window(), event, inverted));
    }

    private static Answer solve(Question question, Work work) {
        List<String> events = events(question.recording());
        String event = events.contains(question.event()) ? question.event() : events.isEmpty() ? "" : events.getFirst();
        CallTree tree = CallTree.of(question.recording().samples(),
                new Sampled(question.window(), event.isEmpty() ? Optional.empty() : Optional.of(event), Optional.empty()));
        work.check();
        return new Answer(question.inverted() ? tree.inverted() : tree, event, events, Pauses.of(question.recording()));
    }

    /// Execution samples first, then by number of samples.
    private static List<String> events(Recording recording) {
        Optional<Texts> column = recording.samples().samples().texts("event");
        TreeMap<String, Long> counts = new TreeMap<>();
        column.ifPresent(texts -> {
            long[] found = new long[texts.codes()];
            for (int row = 0; row < texts.size(); row++) {
                if (!texts.missing(row)) {
                    found[texts.code(row)]++;
                }
            }
            for (int code = 0; code < found.length; code++) {
                counts.put(texts.text(code), found[code]);
            }
        });
        return counts.entrySet().stream().filter(each -> each.getValue() > 0)
                .sorted((a, b) -> Long.compare(rank(b.getKey(), b.getValue()), rank(a.getKey(), a.getValue())))
                .map(Map.Entry::getKey).toList();
    }

    private static long rank(String event, long count) {
        return event.equals("jdk.ExecutionSample") ? Long.MAX_VALUE : count;
    }

    /// What people call a kind of samples.
    static String words(String event) {
        return switch (event) {
            case "jdk.ExecutionSample" -> "CPU (execution samples)";
            case "jdk.NativeMethodSample" -> "native methods";
            case "jdk.ObjectAllocationSample", "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB" ->
                    "allocation (" + event.substring(4) + ")";
            case "jdk.JavaMonitorEnter" -> "lock contention";
            case "jdk.ThreadPark" -> "parking";
            case "" -> "all samples";
            default -> event;
        };
    }
}
