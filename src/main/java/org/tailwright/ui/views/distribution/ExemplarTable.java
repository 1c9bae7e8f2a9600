package org.tailwright.ui.views.distribution;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.Weight;
import org.tailwright.data.Requests;
import org.tailwright.statistics.Exemplars;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.views.RowTable;

/// The slowest requests of the selection: real rows with all that the file says about them.
final class ExemplarTable {
    private static final double WIDEST = 220;
    private static final List<String> FIRST = List.of(Requests.LABEL, Requests.STATUS, Requests.FAILED, Requests.THREAD, Requests.SERVICE, Requests.TRACE);
    private static final Set<String> FILTERED = Set.of(Requests.LABEL, Requests.STATUS, Requests.FAILED, Requests.THREAD, Requests.SERVICE);

    private final Context context;
    private final DistributionModel model;
    private final RowTable<Exemplars.Exemplar> table;

    ExemplarTable(Context context, DistributionModel model) {
        this.context = context;
        this.model = model;
        table = new RowTable<Exemplars.Exemplar>("Slowest requests inside the selection", context.dialogs())
                .empty("No request lies inside the selection. Clear a chip above to widen it.").onOpen(this::open).onMenu(this::menu);
        model.slowest().onAnswer(this::show);
        model.slowest().stateProperty().subscribe(state -> Pale.show(table.node(), state.stale()));
    }

    Node node() {
        return table.node();
    }

    private void show(List<Exemplars.Exemplar> rows) {
        if (!rows.isEmpty()) {
            table.columns(headings(rows));
        }
        table.show(rows);
    }

    /// Duration and start, the columns with a known meaning, then whatever else differs from row to row.
    private List<RowTable.Heading<Exemplars.Exemplar>> headings(List<Exemplars.Exemplar> rows) {
        ZoneId zone = context.zone().getValue();
        List<RowTable.Heading<Exemplars.Exemplar>> headings = new ArrayList<>();
        headings.add(RowTable.Heading.number("duration", 82, each -> Numbers.duration(each.durationNanos()), Exemplars.Exemplar::durationNanos));
        headings.add(RowTable.Heading.number("start", 104, each -> Numbers.clock(each.start(), zone, 1e9), Exemplars.Exemplar::start));
        Set<String> names = new LinkedHashSet<>(FIRST);
        names.addAll(rows.getFirst().values().keySet());
        names.removeAll(List.of(Requests.DURATION, Requests.START));
        names.stream().filter(name -> rows.stream().anyMatch(each -> !value(each, name).isEmpty()))
                .forEach(name -> headings.add(RowTable.Heading.text(name, width(name, rows), each -> shown(each, name, zone))));
        return headings;
    }

    private static double width(String name, List<Exemplars.Exemplar> rows) {
        TextMeasure measure = TextMeasure.bundled();
        double widest = measure.width(name, 12, Weight.REGULAR) + 16;
        for (Exemplars.Exemplar row : rows.subList(0, Math.min(40, rows.size()))) {
            widest = Math.max(widest, measure.width(shown(row, name, java.time.ZoneOffset.UTC), 13, Weight.REGULAR));
        }
        return Math.min(WIDEST, widest + 22);
    }

    private static String value(Exemplars.Exemplar row, String column) {
        return row.values().getOrDefault(column, "");
    }

    private static String shown(Exemplars.Exemplar row, String column, ZoneId zone) {
        String value = value(row, column);
        return switch (column) {
            case Requests.FAILED -> value.equals("true") ? "failed" : "";
            case Requests.INTENDED -> value.isEmpty() ? "" : Numbers.clock(Long.parseLong(value), zone, 1e9);
            default -> value;
        };
    }

    private void open(Exemplars.Exemplar row) {
        String trace = value(row, Requests.TRACE);
        if (!trace.isEmpty() && hasTraces()) {
            model.openTrace(trace);
        }
    }

    private boolean hasTraces() {
        return context.store().session().first(org.tailwright.data.Traces.class).isPresent();
    }

    private List<MenuItem> menu(Exemplars.Exemplar row) {
        List<MenuItem> items = new ArrayList<>();
        String trace = value(row, Requests.TRACE);
        if (!trace.isEmpty() && hasTraces()) {
            items.add(RowTable.item("Open the trace", () -> model.openTrace(trace)));
        }
        for (String column : FIRST) {
            String value = value(row, column);
            if (!value.isEmpty() && FILTERED.contains(column)) {
                items.add(RowTable.item(String.format(Locale.ROOT, "Only %s = %s", column, value), () -> model.filter(column, value)));
            }
        }
        items.add(RowTable.item("Copy row", () -> table.copy(String.join("\n", row.values().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue()).toList()) + "\n")));
        return items;
    }
}
