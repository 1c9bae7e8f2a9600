package org.tailwright.charts;

import java.util.HashMap;
import java.util.Map;

/// Advance widths of the bundled font, from `font/advances.txt`: lines "codepoint-in-hex regular semibold" in font units.
/// A character that the font lacks counts as wide as "0".
final class Advances implements TextMeasure {
    static final Advances BUNDLED = parse(Resources.text("font/advances.txt"));

    private final double[][] basic = new double[2][0x250];
    private final Map<Integer, double[]> others = new HashMap<>();

    private Advances() {}

    @Override
    public double width(String text, double size, Weight weight) {
        double sum = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            sum += advance(point, weight.ordinal());
            at += Character.charCount(point);
        }
        return sum * size;
    }

    private double advance(int point, int weight) {
        if (point < basic[weight].length && basic[weight][point] > 0) {
            return basic[weight][point];
        }
        double[] pair = others.get(point);
        return pair == null ? basic[weight]['0'] : pair[weight];
    }

    private static Advances parse(String table) {
        Advances made = new Advances();
        double unitsPerEm = 1;
        for (String line : table.lines().toList()) {
            String[] part = line.split(" ");
            if (line.startsWith("unitsPerEm ")) {
                unitsPerEm = Double.parseDouble(part[1]);
            } else if (!line.startsWith("#")) {
                int point = Integer.parseInt(part[0], 16);
                made.put(point, Double.parseDouble(part[1]) / unitsPerEm, Double.parseDouble(part[2]) / unitsPerEm);
            }
        }
        return made;
    }

    private void put(int point, double regular, double semibold) {
        if (point < basic[0].length) {
            basic[0][point] = regular;
            basic[1][point] = semibold;
        } else {
            others.put(point, new double[] {regular, semibold});
        }
    }
}
