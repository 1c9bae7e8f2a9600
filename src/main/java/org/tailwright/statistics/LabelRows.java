package org.tailwright.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tailwright.data.Rows;
import org.tailwright.data.Texts;

/// The rows of one label.
public record LabelRows(String label, Rows rows) {
    /// The rows by label, most rows first, equally many by name; rows without a label are a group named "(no label)".
    public static List<LabelRows> of(Texts labels, int n) {
        int[] counts = new int[labels.codes() + 1];
        for (int row = 0; row < n; row++) {
            counts[labels.code(row) + 1]++;
        }
        int[][] rows = new int[counts.length][];
        for (int code = 0; code < counts.length; code++) {
            rows[code] = new int[counts[code]];
        }
        int[] next = new int[counts.length];
        for (int row = 0; row < n; row++) {
            int code = labels.code(row) + 1;
            rows[code][next[code]++] = row;
        }
        List<LabelRows> groups = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                groups.add(new LabelRows(code == 0 ? "(no label)" : labels.text(code - 1), Rows.of(rows[code])));
            }
        }
        groups.sort(Comparator.comparingInt((LabelRows each) -> each.rows().size()).reversed().thenComparing(LabelRows::label));
        return groups;
    }
}
