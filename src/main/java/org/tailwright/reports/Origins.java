package org.tailwright.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.tailwright.charts.Numbers;

/// What stands behind the numbers of a report, each of it once and numbered from 1 in the order in which numbers first need it: the appendix
/// "Where the numbers come from", to which every number of the report leads.
public final class Origins {
    /// Id of the appendix and of its table.
    public static final String ID = "where-from";

    private final SequencedMap<Provenance, SequencedSet<String>> places = new LinkedHashMap<>();
    private final List<Provenance> order = new ArrayList<>();

    private Origins() {}

    /// Of all verdicts, key numbers and columns of numbers.
    public static Origins of(Report report) {
        Origins origins = new Origins();
        report.verdicts().forEach(each -> origins.add(each.measured().provenance(), "Verdicts: " + each.what()));
        for (int i = 0; i < report.sections().size(); i++) {
            Report.Section section = report.sections().get(i);
            for (Block block : section.blocks()) {
                origins.add(block, "§" + (i + 1) + " " + section.title().substring(section.title().lastIndexOf(" · ") + (section.title().contains(" · ") ? 3 : 1)));
            }
        }
        return origins;
    }

    private void add(Block block, String section) {
        if (block instanceof Block.Facts facts) {
            facts.facts().forEach(each -> add(each.figure().provenance(), section + ": " + each.label()));
        } else if (block instanceof Block.Table table) {
            String title = table.title().isEmpty() || section.endsWith(" " + table.title()) ? section : section + ", " + table.title();
            for (int i = 0; i < table.columns().size(); i++) {
                if (table.columns().get(i).number()) {
                    add(table.behind(i), title + ": " + table.columns().get(i).title());
                }
            }
        }
    }

    private void add(Provenance provenance, String place) {
        if (!places.containsKey(provenance)) {
            order.add(provenance);
        }
        places.computeIfAbsent(provenance, _ -> new LinkedHashSet<>()).add(place);
    }

    /// The number of what stands behind; 0 for what no number of the report rests on.
    public int number(Provenance provenance) {
        return order.indexOf(provenance) + 1;
    }

    /// All of them; the first has number 1.
    public List<Provenance> all() {
        return List.copyOf(order);
    }

    /// The appendix; without a table where the report has no numbers.
    public Report.Section appendix() {
        List<String> data = order.stream().flatMap(each -> each.sources().stream()).distinct().toList();
        List<List<Block.Cell>> rows = order.stream().map(each -> row(each, data)).toList();
        List<Block> blocks = rows.isEmpty() ? List.of() : List.of(
                new Block.Text("Behind every number of this report stand its data, what of them was selected, its definition with its method, how many observations it rests on, and how its interval was made."),
                new Block.Table(ID + "-data", "", List.of(new Block.Column("", false), new Block.Column("data", false)), data.stream().map(each -> List.of(Block.Cell.of(letter(data.indexOf(each))), Block.Cell.of(each))).toList()),
                new Block.Table(ID, "", List.of(new Block.Column("no.", false), new Block.Column("numbers", false), new Block.Column("definition and method", false),
                        new Block.Column("n", false), new Block.Column("interval", false), new Block.Column("selection", false), new Block.Column("data", false)), rows));
        return new Report.Section(ID, "Where the numbers come from", blocks);
    }

    /// A to Z, then AA.
    private static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : letter(index / 26 - 1) + letter(index % 26);
    }

    private List<Block.Cell> row(Provenance each, List<String> data) {
        int number = number(each);
        String n = each.n() > 0 ? Numbers.count(each.n()) : "–";
        return List.of(Block.Cell.of(Integer.toString(number), number), Block.Cell.of(String.join("; ", grouped(places.getOrDefault(each, new LinkedHashSet<>())))), Block.Cell.of(each.method()),
                each.n() > 0 ? Block.Cell.of(n, each.n()) : Block.Cell.of(n), Block.Cell.of(each.interval().isEmpty() ? "none" : each.interval()),
                Block.Cell.of(each.filter().isEmpty() ? "everything" : each.filter()), Block.Cell.of(each.sources().stream().map(source -> letter(data.indexOf(source))).collect(Collectors.joining(", "))));
    }

    /// Numbers of one place stand together: "§3 Latency: p50, p90".
    private static List<String> grouped(SequencedSet<String> places) {
        SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
        for (String each : places) {
            int colon = each.lastIndexOf(": ");
            groups.computeIfAbsent(each.substring(0, colon), _ -> new ArrayList<>()).add(each.substring(colon + 2));
        }
        return groups.entrySet().stream().map(each -> each.getKey() + ": " + String.join(", ", each.getValue())).toList();
    }
}
