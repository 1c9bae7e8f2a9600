package org.tailwright.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Texts;
import org.tailwright.ui.commands.Command;
import org.tailwright.ui.commands.Entry;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Saved;
import org.tailwright.ui.state.Session;

/// What the palette can find now: views, data sets, commands, and the labels of the selected data set as filters.
final class Finder {
    private static final int LABELS = 500;
    private static final int ROWS = 200_000;

    private Finder() {}

    static List<Entry> entries(Context context, List<Command> commands) {
        Session session = context.store().session();
        List<Entry> entries = new ArrayList<>();
        commands.stream().filter(each -> each.enabled().getValue())
                .forEach(each -> entries.add(new Entry(each.title(), each.group().title(), each.shownKey(), each::run)));
        for (Dataset data : session.open()) {
            entries.add(new Entry(data.name(), "data set", "", () -> context.store().go(place -> place.of(data.name()))));
        }
        for (Saved saved : session.questions().saved()) {
            entries.add(new Entry("Select " + saved.name(), "saved selection", "", () -> SavedSheet.recall(context, saved)));
            entries.add(new Entry("Delete saved selection " + saved.name(), "saved selection", "", () -> context.store().ask(now -> now.forgetting(saved.name()))));
            entries.add(new Entry("Compare the selection with " + saved.name(), "saved selection", "", () -> context.store().ask(now -> now.with(
                    session.requests().map(each -> new Questions.Baseline(each.name(), saved.selection()))))));
        }
        session.subject().flatMap(session::requests).ifPresent(requests -> {
            filters(context, requests, Requests.LABEL, entries);
            filters(context, requests, Requests.SERVICE, entries);
        });
        return entries;
    }

    private static void filters(Context context, Requests requests, String column, List<Entry> entries) {
        requests.table().texts(column).ifPresent(texts -> values(texts).forEach(value -> entries.add(new Entry(column + " = " + value, "filter", "",
                () -> context.store().select(now -> now.toggled(new Selection.Filter(column, value)))))));
    }

    /// The distinct values among the first rows.
    private static Set<String> values(Texts texts) {
        Set<String> values = new LinkedHashSet<>();
        for (int row = 0; row < Math.min(ROWS, texts.size()) && values.size() < LABELS; row++) {
            if (!texts.missing(row)) {
                values.add(texts.at(row));
            }
        }
        return values;
    }
}
