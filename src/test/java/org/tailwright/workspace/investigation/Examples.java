package org.tailwright.workspace.investigation;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tailwright.catalog.report.Business;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;

/// An investigation with something in every place.
final class Examples {
    private Examples() {}

    static Investigation full(Path folder) {
        Selection part = new Selection(Optional.of(new TimeSpan(1_700_000_000_000_000_001L, 1_700_000_000_000_000_777L)),
                Optional.of(new Selection.Band(1, Long.MAX_VALUE)), List.of(new Selection.Filter("label", "POST /pay \"quoted\" \u202e")));
        return new Investigation(
                List.of(new DataFile(folder.resolve("a.jtl"), "ab12", 3, Map.of("duration", "t"), Map.of("duration", "ms")), DataFile.at(folder.resolve("sub/b.csv"))),
                part,
                new Asked(List.of(Objective.parse("p99<250ms where label=POST /pay")), Map.of("usl", Map.of("form", "usl2")), 7,
                        Optional.of(new Asked.Baseline("old", part)), Map.of("app.jfr", 1_500_000_000L)),
                List.of(new Pin("latency", new Spot("distribution", "a.jtl", "", "latency"), Map.of("x", "1"), part),
                        new Pin("note", Spot.START, Map.of("title", "Seen", "text", "the pool\nwas full"), Selection.ALL)),
                new Story("Checkout", Optional.of(new Business(OptionalDouble.of(12_000), "€", OptionalDouble.empty())), true, List.of(new Story.Mark(5, "A")), List.of(new Story.Named("slow", part))),
                new Seen(new Spot("overtime", "a.jtl", "", ""), part.window(), ZoneId.of("Europe/Berlin"), true, false));
    }
}
