package org.tailwright.ui.document;

import java.util.List;
import java.util.Optional;
import org.tailwright.ui.state.Look;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Timeline;
import org.tailwright.workspace.investigation.Asked;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.Pin;
import org.tailwright.workspace.investigation.Seen;
import org.tailwright.workspace.investigation.Spot;
import org.tailwright.workspace.investigation.Story;

/// Turns a session into an investigation and back. The data sets stay with the session: they are read again from the files.
public final class Snapshot {
    private Snapshot() {}

    /// What of a session is saved.
    ///
    /// @param files that were opened
    public static Investigation of(Session session, List<DataFile> files) {
        Questions asked = session.questions();
        return new Investigation(files, session.selection(),
                new Asked(asked.objectives(), asked.parameters(), asked.seed(), asked.baseline().map(each -> new Asked.Baseline(each.dataset(), each.selection())), session.timeline().offsets()),
                asked.pinned().stream().map(each -> new Pin(each.analysis(), spot(each.place()), each.typed(), each.selection())).toList(),
                new Story(asked.story().title(), asked.story().business(), asked.story().redacted(),
                        session.timeline().marks().stream().map(each -> new Story.Mark(each.time(), each.label())).toList(),
                        asked.saved().stream().map(each -> new Story.Named(each.name(), each.selection())).toList()),
                new Seen(spot(session.place()), session.timeline().visible(), session.look().zone(), session.look().dark(), session.look().inspector()));
    }

    /// A session with its data sets, as the investigation was left. The theme stays as it is: it belongs to the person.
    public static Session restored(Investigation saved, Session open) {
        Questions asked = new Questions(saved.asked().objectives(), saved.asked().parameters(), saved.asked().seed(),
                new Questions.Marked(saved.asked().baseline().map(each -> new Questions.Baseline(each.dataset(), each.selection())), List.of()),
                saved.pinned().stream().map(each -> new Questions.Pinned(each.analysis(), place(each.spot()), each.typed(), each.selection())).toList(),
                new org.tailwright.ui.state.Story(saved.story().title(), saved.story().business(), saved.story().redacted()))
                .saving(saved.story().named().stream().map(each -> new org.tailwright.ui.state.Saved(each.name(), each.selection())).toList());
        Seen seen = saved.seen();
        Place place = place(seen.spot());
        boolean there = open.open().stream().anyMatch(each -> each.name().equals(place.dataset()));
        Session placed = there ? open.at(place) : open.at(new Place(place.view(), open.place().dataset(), "", place.analysis()));
        Session moved = placed.moving(saved.asked().offsets());
        Optional<org.tailwright.data.TimeSpan> visible = seen.visible().filter(part -> moved.timeline().whole().filter(part::overlaps).isPresent());
        Timeline timeline = new Timeline(moved.timeline().whole(), visible,
                saved.story().marks().stream().map(each -> new Timeline.Mark(each.time(), each.label())).toList(), moved.timeline().offsets());
        return moved.selecting(saved.selection()).asking(asked).along(timeline).looking(new Look(open.look().dark(), seen.zone(), seen.inspector()));
    }

    private static Spot spot(Place place) {
        return new Spot(place.view(), place.dataset(), place.part(), place.analysis());
    }

    private static Place place(Spot spot) {
        return new Place(spot.view(), spot.dataset(), spot.part(), spot.analysis());
    }
}
