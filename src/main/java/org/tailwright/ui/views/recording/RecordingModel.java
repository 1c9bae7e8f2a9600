package org.tailwright.ui.views.recording;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.Recording;
import org.tailwright.data.TimeSpan;
import org.tailwright.profiles.CallTree;
import org.tailwright.profiles.Pauses;
import org.tailwright.profiles.SampleKinds;
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
    /// @param runtime whether events of a runtime were recorded, so that pauses could be among them; a bare profile has none
    record Answer(CallTree tree, String event, List<String> events, Pauses.Found pauses, boolean runtime) {}

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
        List<String> events = SampleKinds.of(question.recording().samples());
        String event = events.contains(question.event()) ? question.event() : events.isEmpty() ? "" : events.getFirst();
        CallTree tree = CallTree.of(question.recording().samples(),
                new Sampled(question.window(), event.isEmpty() ? Optional.empty() : Optional.of(event), Optional.empty()));
        work.check();
        return new Answer(question.inverted() ? tree.inverted() : tree, event, events, Pauses.of(question.recording()),
                !question.recording().tables().isEmpty());
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
