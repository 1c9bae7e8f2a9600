package org.tailwright.reports;

import java.util.List;
import java.util.stream.Stream;
import org.tailwright.charts.Chart;

/// A piece of a report. Texts are plain, with `**bold**` as the only markup; writers escape everything else.
public sealed interface Block {
    /// A heading below the section's.
    record Heading(String text) implements Block {}

    /// A paragraph.
    record Text(String text) implements Block {}

    /// Key numbers side by side.
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// One key number.
    ///
    /// @param label what it is ("p99")
    /// @param note a few muted words below it; may be empty
    /// @param supported false greys it: the data cannot carry the number, and the note says why
    record Fact(String label, Figure figure, String note, boolean supported) {}

    /// A table; sortable where the medium allows.
    ///
    /// @param id stable name for CSV export
    /// @param behind what stands behind its numbers, as far as it is the same for all columns
    record Table(String id, String title, List<Column> columns, List<List<Cell>> rows, Provenance behind) implements Block {
        /// One that does not say what stands behind its numbers.
        public Table(String id, String title, List<Column> columns, List<List<Cell>> rows) {
            this(id, title, columns, rows, Provenance.NONE);
        }

        /// The same with what stands behind its numbers.
        public Table from(Provenance other) {
            return new Table(id, title, columns, rows, other);
        }

        /// What stands behind the numbers of a column: its own definition, and the rest from the table.
        public Provenance behind(int column) {
            Column of = columns.get(column);
            return new Provenance(behind.sources(), behind.filter(), of.method().isEmpty() ? behind.method() : of.method(), behind.n(),
                    of.interval().isEmpty() ? behind.interval() : of.interval());
        }

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row of " + row.size() + " cells under " + columns.size() + " columns");
                }
            }
        }
    }

    /// A column's heading; numbers stand right-aligned.
    ///
    /// @param method definition and method of its numbers; empty for the table's
    /// @param interval how their intervals were made; empty for the table's
    record Column(String title, boolean number, String method, String interval) {
        /// One that says no more than the table.
        public Column(String title, boolean number) {
            this(title, number, "", "");
        }

        /// A column of texts and columns of numbers after it.
        public static List<Column> of(String text, String... numbers) {
            return Stream.concat(Stream.of(new Column(text, false)), Stream.of(numbers).map(each -> new Column(each, true))).toList();
        }
    }

    /// A cell.
    ///
    /// @param value what sorting compares; NaN sorts by text
    record Cell(String text, double value, Tone tone) {
        /// A text.
        public static Cell of(String text) {
            return new Cell(text, Double.NaN, Tone.PLAIN);
        }

        /// A number with the text that shows it.
        public static Cell of(String text, double value) {
            return new Cell(text, value, Tone.PLAIN);
        }
    }

    /// How something is coloured.
    enum Tone { PLAIN, MUTED, GOOD, WATCH, BAD }

    /// A chart; `id` names its exported file, `alternative` says in a sentence what it shows.
    record Picture(String id, Chart chart, String alternative) implements Block {}

    /// A conclusion that a rule drew from numbers.
    ///
    /// @param title one short sentence
    /// @param text what it rests on, with the numbers
    record Finding(Tone tone, String title, String text) implements Block {}
}
