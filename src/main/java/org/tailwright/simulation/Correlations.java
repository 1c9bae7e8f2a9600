package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rank correlations as people write them: pairs such as `load now~growth:0.5, growth~service demand:-0.2`, or a whole matrix,
/// `load now, growth, efficiency = 1 0.5 0 / 0.5 1 -0.2 / 0 -0.2 1`.
final class Correlations {
    private static final double SAME = 1e-9;

    private Correlations() {}

    /// The pairs that differ from 0.
    ///
    /// @throws IllegalArgumentException with a sentence
    static List<Design.Pair> parse(String text, List<String> names) {
        return text.contains("=") ? matrix(text, names) : pairs(text, names);
    }

    private static List<Design.Pair> pairs(String text, List<String> names) {
        List<Design.Pair> pairs = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        for (String each : text.isBlank() ? new String[0] : text.split(",")) {
            Design.Pair pair = pair(each, names);
            if (!seen.add(Set.of(pair.one(), pair.other()))) {
                throw new IllegalArgumentException("the correlation of " + pair.one() + " and " + pair.other() + " is given twice");
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static Design.Pair pair(String text, List<String> names) {
        String[] parts = text.split("[~:]");
        try {
            double rank = Double.parseDouble(parts[2].strip());
            String one = parts[0].strip();
            String other = parts[1].strip();
            if (names.contains(one) && names.contains(other) && !one.equals(other) && Math.abs(rank) < 1) {
                return new Design.Pair(one, other, rank);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            // said below
        }
        String example = names.size() > 1 ? "write for example " + names.get(0) + "~" + names.get(1) + ":0.5 with two of " : "there are not two inputs in ";
        throw new IllegalArgumentException("'" + text.strip() + "' is no correlation; " + example + String.join(", ", names));
    }

    private static List<Design.Pair> matrix(String text, List<String> names) {
        String[] sides = text.split("=", 2);
        List<String> named = Arrays.stream(sides[0].split(",")).map(String::strip).toList();
        for (String each : named) {
            if (!names.contains(each)) {
                throw new IllegalArgumentException("the matrix names '" + each + "'; there are " + String.join(", ", names));
            }
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw new IllegalArgumentException("the matrix names an input twice");
        }
        double[][] values = values(sides[1], named);
        List<Design.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            check(values[i][i] == 1, named, i, i, "must be 1 on the diagonal, not " + values[i][i]);
            for (int j = 0; j < i; j++) {
                check(Math.abs(values[i][j] - values[j][i]) < SAME, named, i, j, "is " + values[i][j] + ", but " + values[j][i] + " on the other side: the matrix must be symmetric");
                check(Math.abs(values[i][j]) < 1, named, i, j, "must lie between -1 and 1, not at " + values[i][j]);
                if (values[i][j] != 0) {
                    pairs.add(new Design.Pair(named.get(j), named.get(i), values[i][j]));
                }
            }
        }
        return pairs;
    }

    private static double[][] values(String text, List<String> named) {
        String[] rows = text.strip().split("/");
        double[][] values = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].strip().split("[\\s,]+");
            values[i] = new double[cells.length];
            if (rows.length != named.size() || cells.length != named.size()) {
                throw new IllegalArgumentException("the matrix of " + named.size() + " inputs needs " + named.size() + " rows, parted by /, of " + named.size() + " numbers; there are " + rows.length
                        + (rows.length == named.size() ? ", but row " + (i + 1) + " has " + cells.length + " numbers" : " rows"));
            }
            for (int j = 0; j < cells.length; j++) {
                try {
                    values[i][j] = Double.parseDouble(cells[j]);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("row " + (i + 1) + " of the matrix: '" + cells[j] + "' is no number", e);
                }
            }
        }
        return values;
    }

    private static void check(boolean holds, List<String> named, int row, int column, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException("the correlation of " + named.get(row) + " and " + named.get(column) + " (row " + (row + 1) + ", column " + (column + 1) + ") " + wrong);
        }
    }
}
