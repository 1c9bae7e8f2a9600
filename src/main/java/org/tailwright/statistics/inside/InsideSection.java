package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;

/// Explains the answer of [Inside].
public final class InsideSection {
    private InsideSection() {}

    static Report.Section explain(Inputs inputs, Inside.Asked asked, InsideResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("**" + Numbers.count(result.inside()) + "** rows inside against " + Numbers.count(result.outside()) + " ("
                + result.against() + "). " + Numbers.count(result.tested()) + (result.tested() == 1 ? " thing was tested; " : " things were tested; ")
                + (result.findings().isEmpty() ? "none is clearly over-represented." : Numbers.count(result.findings().size())
                + (result.findings().size() == 1 ? " is" : " are") + " over-represented at a false discovery rate of " + Numbers.percent(result.rate())
                + ". They go with the selection, which does not make them its cause.")));
        if (!result.findings().isEmpty()) {
            List<Block.Column> columns = List.of(new Block.Column("what", false), new Block.Column("kind", false), new Block.Column("data set", false),
                    new Block.Column("inside", true), new Block.Column("outside", true), new Block.Column("lift", true),
                    new Block.Column("tells", true), new Block.Column("q", true));
            blocks.add(new Block.Table("inside", "Over-represented", columns, result.findings().stream().map(InsideSection::row).toList()));
            blocks.add(new Block.Text("Lift: share inside over share in all rows, for levels value inside over value outside. Tells: how much of the "
                    + "question whether a row (or moment) is inside this alone answers. q: adjusted for everything that was tested."));
        }
        return new Report.Section("inside", "Inside the selection", blocks);
    }

    private static List<Block.Cell> row(Finding each) {
        return List.of(Block.Cell.of(each.subject().words()), Block.Cell.of(each.kind().words()), Block.Cell.of(each.subject().dataset()),
                Block.Cell.of(value(each, each.sides().inside()), each.sides().inside()),
                Block.Cell.of(value(each, each.sides().outside()), each.sides().outside()),
                Block.Cell.of(lift(each), each.strength().lift()),
                Block.Cell.of(Numbers.percent(each.strength().information()), each.strength().information()), Block.Cell.of(q(each), each.strength().q()));
    }

    /// A value of a finding in its unit.
    public static String value(Finding finding, double value) {
        return switch (finding.sides().unit()) {
            case "share" -> Numbers.percent(value);
            case "ns" -> Numbers.duration(value);
            case "B" -> Numbers.bytes(value);
            case "" -> Numbers.number(value);
            default -> Numbers.number(value) + Numbers.SPACE + finding.sides().unit();
        };
    }

    /// A lift in words: `×12`.
    public static String lift(Finding finding) {
        double lift = finding.strength().lift();
        return Double.isFinite(lift) ? String.format(Locale.ROOT, lift >= 100 ? "×%.0f" : lift >= 10 ? "×%.1f" : "×%.2f", lift) : "from 0";
    }

    /// An adjusted probability in words.
    public static String q(Finding finding) {
        double q = finding.strength().q();
        return q < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", q);
    }
}
