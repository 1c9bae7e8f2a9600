package org.tailwright.statistics.omission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.util.KthSelector;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.statistics.Sorting;
import org.tailwright.work.Work;

/// How often each connection meant to send, judged from when it did.
///
/// Looked at are the gaps between the starts of one connection's requests. Where the next request follows the answer at once, the
/// loop is closed without think time and nothing was intended. Where the gaps that were not held up by a slow answer are nearly equal
/// (middle half within 20 % of the median), that median is the interval. Else connections ÷ rate is all there is, an assumption.
///
/// @param kind what was found
/// @param intervalNanos suggested expected interval per connection; 0 when none is
/// @param connections connections seen; 0 when the file does not tell them apart
/// @param atOnce share of requests that followed the answer before them at once
/// @param own interval of each connection by its code, nanoseconds, 0 where it has too few requests; empty when not paced
/// @param words a sentence for people
public record Pace(Kind kind, long intervalNanos, int connections, double atOnce, long[] own, String words) {
    private static final double CLOSED = 0.8;
    private static final double EVEN = 0.2;
    private static final int FEW = 10;

    /// What the gaps look like.
    public enum Kind { PACED, CLOSED, IRREGULAR, UNKNOWN }

    /// The pace of requests.
    ///
    /// @param typedConnections how many connections sent, where the file does not tell; 0 when not typed
    public static Pace of(Requests requests, long typedConnections, Work work) {
        Optional<Texts> threads = requests.table().texts(Requests.THREAD);
        if (typedConnections > 0 || threads.isEmpty()) {
            return typedConnections > 0 ? byRate(requests, typedConnections) : new Pace(Kind.UNKNOWN, 0, 0, Double.NaN, new long[0],
                    producer(requests) + "The file does not tell connections apart: type how many there were, or the interval.");
        }
        return of(requests, threads.get(), Gaps.of(requests, threads.get(), work));
    }

    private static Pace byRate(Requests requests, long connections) {
        long length = requests.span().map(span -> span.length()).orElse(0L);
        int n = requests.table().rows();
        long interval = n == 0 ? 0 : Math.round((double) connections * length / n);
        return new Pace(Kind.IRREGULAR, interval, (int) Math.min(Integer.MAX_VALUE, connections), Double.NaN, new long[0], "Connections ÷ rate: "
                + Numbers.count(connections) + " connections sent one request every " + Numbers.duration(interval) + " each on average.");
    }

    private static Pace of(Requests requests, Texts threads, Gaps gaps) {
        if (gaps.size() < FEW) {
            return new Pace(Kind.UNKNOWN, 0, gaps.connections(), Double.NaN, new long[0], "Too few requests per connection to see a pace.");
        }
        double atOnce = gaps.atOnce();
        if (atOnce >= CLOSED) {
            return new Pace(Kind.CLOSED, 0, gaps.connections(), atOnce, new long[0], producer(requests) + "A closed loop: "
                    + Numbers.percent(atOnce) + " of the requests were sent as soon as the answer before them was there. Nobody intended an interval, so latency under "
                    + "open load is unknown; a typed interval answers a what-if.");
        }
        long[] own = gaps.medians(threads.codes());
        long[] told = Arrays.stream(own).filter(each -> each > 0).sorted().toArray();
        if (told.length > 0 && gaps.spread(own) <= EVEN) {
            long middle = at(told, 0.5);
            boolean same = told[told.length - 1] <= 1.05 * told[0];
            return new Pace(Kind.PACED, middle, gaps.connections(), atOnce, same ? new long[0] : own, producer(requests) + "Connections keep a pace: half of the gaps that "
                    + "no slow answer held up lie within " + Numbers.percent(EVEN) + " of each other, so each meant to send every " + Numbers.duration(middle)
                    + (same ? "." : " (" + Numbers.duration(told[0]) + " to " + Numbers.duration(told[told.length - 1]) + ", each corrected by its own)."));
        }
        long mean = gaps.mean();
        return new Pace(Kind.IRREGULAR, mean, gaps.connections(), atOnce, new long[0], producer(requests) + "The gaps show no pace; connections ÷ rate gives one request every "
                + Numbers.duration(mean) + " for each of " + Numbers.count(gaps.connections()) + " connections, which is an assumption.");
    }

    /// What is known of a producer's way to send.
    private static String producer(Requests requests) {
        String format = requests.origin().format().toLowerCase(Locale.ROOT);
        if (format.contains("vegeta")) {
            return "vegeta opens workers as it needs them and omits only once its -max-workers are busy. ";
        }
        if (format.contains("k6")) {
            return "k6 omits requests where it counts dropped iterations (arrival-rate executors) or waits in its loop (all others). ";
        }
        return format.contains("gatling") ? "Gatling's open injection omits nothing; its closed injection and pauses within a user do. " : "";
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))];
    }

    /// Gaps between the starts of the requests of each connection, in order of start.
    ///
    /// @param code connection of each gap
    /// @param gap from start to start
    /// @param idle from the end of the request before; negative when requests overlap
    private record Gaps(int[] code, long[] gap, long[] idle, int size, int connections, long quantum) {
        static Gaps of(Requests requests, Texts threads, Work work) {
            int n = requests.table().rows();
            Longs starts = requests.starts();
            Longs durations = requests.durations();
            int @Nullable [] order = Sorting.order(n, starts::at);
            work.check();
            long[] begun = new long[threads.codes()];
            long[] ended = new long[threads.codes()];
            Arrays.fill(begun, Long.MIN_VALUE);
            Gaps gaps = new Gaps(new int[n], new long[n], new long[n], 0, 0, requests.meaning().quantumNanos());
            int size = 0;
            int connections = 0;
            for (int i = 0; i < n; i++) {
                int row = order == null ? i : order[i];
                int code = threads.code(row);
                if (code < 0) {
                    continue;
                }
                long start = starts.at(row);
                if (begun[code] == Long.MIN_VALUE) {
                    connections++;
                } else {
                    gaps.code[size] = code;
                    gaps.gap[size] = start - begun[code];
                    gaps.idle[size++] = start - ended[code];
                }
                begun[code] = start;
                ended[code] = start + Math.max(0, durations.at(row));
            }
            return new Gaps(gaps.code, gaps.gap, gaps.idle, size, connections, gaps.quantum);
        }

        double atOnce() {
            int close = 0;
            for (int i = 0; i < size; i++) {
                close += idle[i] <= Math.max(2 * quantum, 0.05 * gap[i]) ? 1 : 0;
            }
            return size == 0 ? 0 : (double) close / size;
        }

        long mean() {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += gap[i];
            }
            return Math.round(sum / Math.max(1, size));
        }

        /// Middle half of the gaps that no answer held up, each divided by the median of its connection.
        double spread(long[] medians) {
            double[] ratios = new double[size];
            int found = 0;
            for (int i = 0; i < size; i++) {
                if (free(i) && medians[code[i]] > 0) {
                    ratios[found++] = (double) gap[i] / medians[code[i]];
                }
            }
            double[] told = Arrays.copyOf(ratios, found);
            return found == 0 ? Double.NaN : new KthSelector().select(told, null, (int) (0.75 * (found - 1))) - new KthSelector().select(told, null, (int) (0.25 * (found - 1)));
        }

        private boolean free(int i) {
            return idle[i] > 0.1 * gap[i];
        }

        /// Median of those gaps for each connection, 0 where there are few.
        long[] medians(int codes) {
            int[] from = new int[codes + 1];
            for (int i = 0; i < size; i++) {
                from[code[i] + 1] += free(i) ? 1 : 0;
            }
            for (int c = 0; c < codes; c++) {
                from[c + 1] += from[c];
            }
            int[] next = Arrays.copyOf(from, codes);
            double[] grouped = new double[from[codes]];
            for (int i = 0; i < size; i++) {
                if (free(i)) {
                    grouped[next[code[i]]++] = gap[i];
                }
            }
            long[] medians = new long[codes];
            for (int c = 0; c < codes; c++) {
                int few = from[c + 1] - from[c];
                medians[c] = few >= FEW ? (long) new KthSelector().select(Arrays.copyOfRange(grouped, from[c], from[c + 1]), null, few / 2) : 0;
            }
            return medians;
        }
    }
}
