package org.tailwright.readers.jmeter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Requests;
import org.tailwright.readers.text.TimeFormat;

/// What is kept of each column of a file and where: number columns first time and elapsed, then the others; text columns by name.
///
/// @param layout of the file
/// @param times format of calendar times, null when they are epoch milliseconds
/// @param base epoch milliseconds that the kept times are counted from
/// @param numbers names of the number columns kept
/// @param texts names of the text columns kept
/// @param slots for each column of the file its index among the numbers or texts, -1 when it is not kept
record Plan(Layout layout, @Nullable TimeFormat times, long base, List<String> numbers, List<String> texts, int[] slots) {
    static final int TIME = 0;
    static final int ELAPSED = 1;
    static final String BYTES = "bytes";

    static Plan of(Layout layout, @Nullable TimeFormat times, long base) {
        List<String> numbers = new ArrayList<>(List.of(Requests.START, Requests.DURATION));
        List<String> texts = new ArrayList<>();
        int[] slots = new int[layout.roles().size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = switch (layout.roles().get(i)) {
                case TIME -> TIME;
                case ELAPSED -> ELAPSED;
                case LABEL -> next(texts, Requests.LABEL);
                case STATUS -> next(texts, Requests.STATUS);
                case THREAD -> next(texts, Requests.THREAD);
                case EXTRA -> next(texts, fresh(texts, layout.names().get(i)));
                case BYTES -> next(numbers, BYTES);
                case ACTIVE -> next(numbers, Requests.ACTIVE);
                case LATENCY -> next(numbers, "time to first byte");
                case CONNECT -> next(numbers, "connect");
                case INTENDED -> next(numbers, Requests.INTENDED);
                case MESSAGE, TYPE, SUCCESS, URL, SKIP -> -1;
            };
        }
        return new Plan(layout, times, base, numbers, texts, slots);
    }

    private static int next(List<String> names, String name) {
        names.add(name);
        return names.size() - 1;
    }

    /// A user's column must not hide one of ours.
    private static String fresh(List<String> texts, String name) {
        boolean taken = List.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.STATUS, Requests.THREAD, Requests.FAILED,
                Requests.ACTIVE, Requests.INTENDED, BYTES, "connect", "time to first byte").contains(name);
        String free = taken || name.isBlank() ? name + " (extra)" : name;
        while (texts.contains(free)) {
            free += "'";
        }
        return free;
    }
}
