package org.tailwright.readers.pprof;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which files were mapped where, as `/proc/self/maps` and its short form say.
final class MemoryMap {
    private static final Pattern LINE = Pattern.compile(
            "\\s*([0-9a-fA-F]{1,16})-([0-9a-fA-F]{1,16}):?\\s+(?:[-rwxps]{4}\\s+\\S+\\s+\\S+\\s+\\d+\\s*)?(\\S.*)?");
    private static final int MOST = 100_000;

    private record Range(long end, String file) {}

    private final TreeMap<Long, Range> ranges = new TreeMap<>(Long::compareUnsigned);

    /// Takes in a line; false when it is none of a map.
    boolean add(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            return false;
        }
        String file = match.group(3) == null ? "" : match.group(3).strip();
        if (ranges.size() < MOST) {
            ranges.put(Long.parseUnsignedLong(match.group(1), 16), new Range(Long.parseUnsignedLong(match.group(2), 16), file));
        }
        return true;
    }

    /// The address with the last part of its file's name.
    String words(long address) {
        Map.Entry<Long, Range> below = ranges.floorEntry(address);
        String file = below == null || Long.compareUnsigned(address, below.getValue().end()) >= 0 ? "" : below.getValue().file();
        String last = file.substring(file.lastIndexOf('/') + 1);
        return "0x" + Long.toHexString(address) + (last.isEmpty() ? "" : " " + last);
    }
}
