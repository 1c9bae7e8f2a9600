package org.tailwright.readers.perfscript;

import org.jspecify.annotations.Nullable;

/// The line that begins a sample: `comm pid/tid [cpu] seconds: period event: …`. Which fields there are depends on `-F`; a name of a process
/// may have blanks and numbers in it, so the line is cut from its fixed points outwards: the time, the CPU in brackets, the event's colon.
///
/// @param process name of the process, may be empty
/// @param thread `pid/tid` or `tid` as printed, empty when it was not
/// @param nanos since the machine started, -1 when no time was printed
/// @param event empty when it was not printed
/// @param period -1 when it was not printed
/// @param rest what stands behind the event's colon
record PerfHeader(String process, String thread, long nanos, String event, double period, String rest) {
    private static final int MOST_WORDS = 40;
    private static final int LONGEST_CPU = 10;

    /// The header that a line is, null when it is none.
    ///
    /// @param alone whether nothing but a header can stand here, so that a process alone is enough
    static @Nullable PerfHeader of(String line, boolean alone) {
        Words words = Words.of(line, MOST_WORDS);
        for (int i = 0; i < words.size(); i++) {
            long nanos = time(words.at(i));
            if (nanos >= 0) {
                return timed(words, i, nanos);
            }
        }
        for (int i = 2; i < words.size(); i++) {
            if (event(words.at(i))) {
                boolean period = digits(words.at(i - 1)) && i > 2 && (thread(words.at(i - 2)) || cpu(words.at(i - 2)));
                PerfHeader found = who(words, period ? i - 1 : i, -1, name(words.at(i)), period ? Double.parseDouble(words.at(i - 1)) : -1, words.behind(i));
                if (found != null) {
                    return found;
                }
            }
        }
        return alone && words.size() <= MOST_WORDS / 4 ? who(words, words.size(), -1, "", -1, "") : null;
    }

    /// Behind the time stand the period and the event, if they were asked for.
    private static PerfHeader timed(Words words, int time, long nanos) {
        int at = time + 1;
        double period = -1;
        if (at + 1 < words.size() && digits(words.at(at)) && event(words.at(at + 1))) {
            period = Double.parseDouble(words.at(at++));
        }
        boolean named = at < words.size() && event(words.at(at));
        String event = named ? name(words.at(at)) : "";
        String rest = words.behind(named ? at : at - 1);
        int end = time;
        // Flags of interrupts and preemption stand between CPU and time.
        if (end > 1 && cpu(words.at(end - 2)) && words.at(end - 1).length() <= 6 && !thread(words.at(end - 1))) {
            end--;
        }
        PerfHeader found = who(words, end, nanos, event, period, rest);
        return found != null ? found : new PerfHeader(words.before(end), "", nanos, event, period, rest);
    }

    /// Process and thread in the first words; null when no thread is among them.
    private static @Nullable PerfHeader who(Words words, int to, long nanos, String event, double period, String rest) {
        int end = to > 0 && cpu(words.at(to - 1)) ? to - 1 : to;
        return end < 2 || !thread(words.at(end - 1)) ? null : new PerfHeader(words.before(end - 1), words.at(end - 1), nanos, event, period, rest);
    }

    private static String name(String event) {
        return event.substring(0, event.length() - 1);
    }

    private static boolean event(String word) {
        return word.length() > 1 && word.endsWith(":") && !digits(name(word));
    }

    /// `[003]`.
    private static boolean cpu(String word) {
        return word.length() > 2 && word.length() < LONGEST_CPU && word.startsWith("[") && word.endsWith("]") && digits(word.substring(1, word.length() - 1));
    }

    /// `12`, `-1` or `10/12`.
    private static boolean thread(String word) {
        int slash = word.indexOf('/');
        return slash < 0 ? signed(word) : signed(word.substring(0, slash)) && signed(word.substring(slash + 1));
    }

    private static boolean signed(String word) {
        return digits(word.startsWith("-") ? word.substring(1) : word);
    }

    private static boolean digits(String word) {
        return !word.isEmpty() && word.length() <= 18 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// `198789.478194:` in nanoseconds, -1 for any other word.
    private static long time(String word) {
        int point = word.indexOf('.');
        if (!word.endsWith(":") || point < 1 || point > 9) {
            return -1;
        }
        String fraction = word.substring(point + 1, word.length() - 1);
        if (!digits(word.substring(0, point)) || !digits(fraction) || fraction.length() < 3 || fraction.length() > 9) {
            return -1;
        }
        return Long.parseLong(word.substring(0, point)) * 1_000_000_000L + Long.parseLong((fraction + "000000").substring(0, 9));
    }
}
