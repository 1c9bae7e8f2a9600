package org.tailwright.ui.views.distribution;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.omission.Omission;
import org.tailwright.statistics.omission.OmissionResult;
import org.tailwright.statistics.shapes.Definitions;
import org.tailwright.work.Work;

/// What lies behind the curve: coordinated omission and other definitions of its percentiles.
///
/// @param omission empty without requests
/// @param definitions empty without requests
record Depths(Optional<OmissionResult> omission, Optional<Definitions> definitions) {
    /// What is asked.
    ///
    /// @param sample of what the selection leaves, the band aside; null when nothing
    record Question(Requests requests, Selection selection, @Nullable Sample sample, Omission.Asked asked, List<Objective> objectives) {}

    static Depths of(Question question, Work work) {
        Sample sample = question.sample();
        if (sample == null) {
            return new Depths(Optional.empty(), Optional.empty());
        }
        Requests inside = question.selection().of(question.requests());
        OmissionResult omission = Omission.of(inside, sample, question.asked(), question.objectives(), work);
        work.check();
        return new Depths(Optional.of(omission), Optional.of(Definitions.of(sample, work)));
    }
}
