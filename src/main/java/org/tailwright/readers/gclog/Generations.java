package org.tailwright.readers.gclog;

/// What the lines of a collection say about generations before the line that ends it; given to the heap series there and forgotten.
final class Generations {
    private long oldBefore = Quantities.NONE;
    private long oldAfter = Quantities.NONE;
    private long regionSize = Quantities.NONE;
    private long capacity = Quantities.NONE;
    private long promoted = Quantities.NONE;
    private final Measured measured = new Measured();

    /// Keeps what a message such as `ParOldGen: 0K->25596K(87552K)`, `Old regions: 13->14` or ZGC's `Capacity: 32M (33%) …` tells.
    ///
    /// @return the collector whose generation it is, or empty
    String read(String line, int from) {
        int colon = line.indexOf(':', from);
        if (colon < 0 || colon + 2 > line.length()) {
            return "";
        }
        String name = line.substring(from, colon);
        switch (name) {
            case "ParOldGen", "PSOldGen", "Tenured", "CMS" -> generation(line, colon + 2);
            case "Old regions" -> regions(line, colon + 2);
            case "Heap region size", "Heap Region Size" -> regionSize = Quantities.size(line, colon + 2, line.stripTrailing().length());
            case "Capacity" -> capacity = column(line, colon + 1);
            case "Promoted" -> promoted = column(line, colon + 1);
            default -> { }
        }
        return CollectorNames.byGeneration(name);
    }

    private void generation(String line, int from) {
        int end = line.indexOf(' ', from);
        if (measured.occupancy(line, from, end < 0 ? line.length() : end)) {
            oldBefore = measured.before;
            oldAfter = measured.after;
        }
    }

    private void regions(String line, int from) {
        int arrow = line.indexOf("->", from);
        if (arrow < 0 || regionSize == Quantities.NONE) {
            return;
        }
        int open = line.indexOf('(', arrow);
        long first = Quantities.whole(line, from, arrow);
        long last = Quantities.whole(line, arrow + 2, open < 0 ? line.stripTrailing().length() : open);
        if (first >= 0 && last >= 0 && first < 10_000_000 && last < 10_000_000) {
            oldBefore = first * regionSize;
            oldAfter = last * regionSize;
        }
    }

    /// ZGC's table has a column for each stage; the fourth is the end of relocation.
    private static long column(String line, int from) {
        int at = from;
        long value = Quantities.NONE;
        for (int column = 0; column < 4; column++) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            int end = at;
            while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '(') {
                end++;
            }
            value = Quantities.size(line, at, end);
            int share = line.indexOf(')', end);
            boolean shared = value != Quantities.NONE && share >= 0;
            at = shared ? share + 1 : end;
        }
        return value;
    }

    /// ZGC's capacity at the end of the cycle, bytes or [Quantities#NONE].
    long capacity() {
        return capacity;
    }

    /// Gives what is known to the last collection of `heap`.
    ///
    /// @param young whether it was a young collection, in which the old generation grows by what is promoted
    void give(HeapSeries heap, boolean young) {
        if (oldAfter != Quantities.NONE) {
            heap.old(oldAfter);
        }
        if (promoted != Quantities.NONE) {
            heap.promoted(promoted);
        } else if (young && oldAfter != Quantities.NONE) {
            heap.promoted(Math.max(0, oldAfter - oldBefore));
        }
        forget();
    }

    private void forget() {
        oldBefore = Quantities.NONE;
        oldAfter = Quantities.NONE;
        capacity = Quantities.NONE;
        promoted = Quantities.NONE;
    }
}
