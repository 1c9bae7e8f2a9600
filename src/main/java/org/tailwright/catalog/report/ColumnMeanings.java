package org.tailwright.catalog.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tailwright.reports.Block;

/// What the columns of the tables of a report mean, by the table's id and the column's title: one list, so that a column is explained in the same
/// words wherever it is shown.
final class ColumnMeanings {
    private static final List<Line> LINES = read();

    private ColumnMeanings() {}

    /// @param interval how intervals were made, or empty
    private record Line(String table, String column, String method, String interval) {
        static Line of(String text) {
            String[] parts = text.split("\\s+\\|\\s+", -1);
            return new Line(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
        }

        boolean fits(String inTable, String title) {
            return like(table, inTable) && like(column, title);
        }

        private static boolean like(String pattern, String name) {
            return pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(name);
        }
    }

    /// A table whose columns of numbers say what they mean, as far as they are known.
    static Block.Table explained(Block.Table table) {
        return new Block.Table(table.id(), table.title(), table.columns().stream().map(each -> explained(table.id(), each)).toList(), table.rows(), table.behind());
    }

    private static Block.Column explained(String table, Block.Column column) {
        Optional<Line> line = column.number() && column.method().isEmpty() ? LINES.stream().filter(each -> each.fits(table, column.title())).findFirst() : Optional.empty();
        return line.map(found -> new Block.Column(column.title(), true, found.method(), found.interval())).orElse(column);
    }

    private static List<Line> read() {
        try (InputStream in = ColumnMeanings.class.getResourceAsStream("columns.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list of columns");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(each -> !each.startsWith("#") && !each.isBlank()).map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
