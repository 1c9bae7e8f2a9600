package org.tailwright.ui.state;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.ClockGroups;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Shift;

/// Everything the window shows follows from this value.
///
/// @param open the open data sets, in order of opening; names are unique
/// @param place view and data set
/// @param selection the global selection
/// @param questions objectives, parameters, seed, baseline, report
/// @param timeline visible time range and marks
/// @param look theme, zone, panes
public record Session(List<Dataset> open, Place place, Selection selection, Questions questions, Timeline timeline, Look look) {
    private static final Comparator<Dataset> TELLING = Comparator.comparing((Dataset each) -> rank(each.kind()))
            .thenComparing(Comparator.comparingLong(Dataset::rows).reversed());

    public Session {
        open = List.copyOf(open);
    }

    /// Nothing open.
    public static Session empty() {
        return new Session(List.of(), Place.START, Selection.ALL,
                new Questions(List.of(), Map.of(), Inputs.SEED, Optional.empty(), List.of()),
                new Timeline(Optional.empty(), Optional.empty(), List.of()), new Look(false, ZoneOffset.UTC, true));
    }

    /// At another place.
    public Session at(Place other) {
        Timeline axis = other.dataset().equals(place.dataset()) ? timeline : timeline.over(ClockGroups.around(open, other.dataset()));
        return new Session(open, other, selection, questions, axis, look);
    }

    /// With another selection.
    public Session selecting(Selection other) {
        return new Session(open, place, other, questions, timeline, look);
    }

    /// With other questions.
    public Session asking(Questions other) {
        return new Session(open, place, selection, other, timeline, look);
    }

    /// With another timeline.
    public Session along(Timeline other) {
        return new Session(open, place, selection, questions, other, look);
    }

    /// Looking otherwise.
    public Session looking(Look other) {
        return new Session(open, place, selection, questions, timeline, other);
    }

    /// With more data sets; one of the same name is replaced. When there was no subject the most telling new one becomes it: requests before
    /// other kinds, then the one with most rows.
    public Session opening(List<Dataset> more) {
        Map<String, Dataset> byName = new LinkedHashMap<>();
        open.forEach(each -> byName.put(each.name(), each));
        Map<String, Long> offsets = new LinkedHashMap<>(timeline.offsets());
        more.forEach(each -> {
            byName.put(each.name(), each);
            offsets.remove(each.name());
        });
        List<Dataset> all = new ArrayList<>(byName.values());
        Place there = subject().isPresent() || more.isEmpty() ? place : place.of(more.stream().min(TELLING).orElseThrow().name());
        return new Session(all, there, selection, questions, timeline.moving(offsets).over(ClockGroups.around(all, there.dataset())), look);
    }

    /// With the clocks of data sets moved by these nanoseconds against their files; those not named are as in their files.
    public Session moving(Map<String, Long> offsets) {
        Map<String, Long> known = new LinkedHashMap<>();
        List<Dataset> moved = new ArrayList<>();
        for (Dataset each : open) {
            long before = timeline.offsets().getOrDefault(each.name(), 0L);
            long wanted = offsets.getOrDefault(each.name(), 0L);
            moved.add(Shift.by(each, wanted - before, before));
            if (wanted != 0) {
                known.put(each.name(), wanted);
            }
        }
        return new Session(moved, place, selection, questions, timeline.moving(known).over(ClockGroups.around(moved, place.dataset())), look);
    }

    /// Data sets that were measured together (their times overlap or nearly touch), in order of opening; those that know no times are left out.
    public List<List<Dataset>> clocks() {
        return ClockGroups.of(open);
    }

    private static int rank(Dataset.Kind kind) {
        return switch (kind) {
            case REQUESTS -> 0;
            case TRACES -> 1;
            case RECORDING -> 2;
            case HISTOGRAMS -> 3;
            case LOADPOINTS -> 4;
            case METRICS -> 5;
        };
    }

    /// Without a data set.
    public Session closing(String name) {
        List<Dataset> left = open.stream().filter(each -> !each.name().equals(name)).toList();
        Map<String, Long> offsets = new LinkedHashMap<>(timeline.offsets());
        offsets.remove(name);
        Place there = !place.dataset().equals(name) ? place : left.isEmpty() ? Place.START : place.of(left.getFirst().name());
        return new Session(left, there, left.isEmpty() ? Selection.ALL : selection, questions, timeline.moving(offsets).over(ClockGroups.around(left, there.dataset())), look);
    }

    /// The selected data set.
    public Optional<Dataset> subject() {
        return open.stream().filter(each -> each.name().equals(place.dataset())).findFirst();
    }

    /// The durations of the selected data set, whole (not narrowed): requests, spans, or events of one type of a recording. When the subject has
    /// none, those of the first open data set that has.
    public Optional<Requests> requests() {
        return subject().flatMap(this::requests)
                .or(() -> open.stream().flatMap(each -> requests(each).stream()).findFirst());
    }

    /// The durations of the baseline, narrowed to what was selected when it was marked; empty while none is marked or it is closed.
    public Optional<Requests> baseline() {
        return questions.baseline().flatMap(marked -> open.stream().filter(each -> each.name().equals(marked.dataset())).findFirst()
                .flatMap(this::requests).map(marked.selection()::of));
    }

    /// Whether a data set can be one side of a comparison with the selected one: durations with durations, histograms with histograms.
    public boolean comparable(Dataset data) {
        return subject().filter(Histograms.class::isInstance).isPresent() ? data instanceof Histograms : requests(data).isPresent();
    }

    /// The durations of a data set, if it has any.
    public Optional<Requests> requests(Dataset data) {
        return data instanceof Recording recording ? events(recording) : Requests.of(data);
    }

    /// The events of the chosen type when the recording is the subject, else of its first type that lasts.
    private Optional<Requests> events(Recording recording) {
        List<String> types = recording.lasting();
        boolean chosen = recording.name().equals(place.dataset()) && types.contains(place.part());
        return recording.requests(chosen ? place.part() : types.isEmpty() ? "" : types.getFirst());
    }

    /// The first open data set of a class, the subject first.
    public <D extends Dataset> Optional<D> first(Class<D> type) {
        return subject().filter(type::isInstance).map(type::cast)
                .or(() -> open.stream().filter(type::isInstance).map(type::cast).findFirst());
    }

    /// A question about these data sets under the selection, objectives, seed and zone of this session.
    public Inputs inputs(List<? extends Dataset> datasets) {
        return new Inputs(List.copyOf(datasets), selection, questions.objectives(), questions.seed(), look.zone());
    }
}
