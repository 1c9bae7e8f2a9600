package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// What the rows in file order show, on all cores. Of more than a million rows, blocks of 64 at equal distances are looked at, so that the cost
/// hardly grows; only repeats are sought among all rows, by a hash of their start.
///
/// @param rows how many rows all the counts speak of
/// @param extent first and last start, longest duration
/// @param order how far the rows are from the order of time, and how many are the longest
/// @param started rows that started in each of [#BINS] equal parts of the time from the first to the last start
/// @param repeats rows that repeat an earlier one
/// @param blocks latest start and latest end of each block of rows in file order, for [ClockSteps]
record RowScan(long rows, Extent extent, Order order, int[] started, Repeats repeats, Blocks blocks) {
    static final int BINS = 4096;
    /// Above this many rows, repeats are sought among those whose start has one of a few hash values; all copies of a row are among them.
    private static final int HASHED = 100_000;
    private static final int BLOCK = 64;
    /// About how many rows are looked at, of more.
    private static final int LOOKED = 500_000;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /// Times in nanoseconds since the epoch, duration in nanoseconds.
    record Extent(long first, long last, long longest) {
        private Extent with(Extent other) {
            return new Extent(Math.min(first, other.first), Math.max(last, other.last), Math.max(longest, other.longest));
        }
    }

    /// @param startsBack rows that start before the row above them
    /// @param endsBack rows that end before the end of the row above them
    /// @param negative rows with a negative duration
    /// @param longest rows that last exactly as long as the longest
    /// @param near further rows of at least 90 % of that
    record Order(long startsBack, long endsBack, long negative, long longest, long near) {
        private Order with(Order other) {
            return new Order(startsBack + other.startsBack, endsBack + other.endsBack, negative + other.negative, longest + other.longest, near + other.near);
        }
    }

    /// @param rows how many rows repeat an earlier one, estimated from the rows looked at
    /// @param looked how many rows were looked at
    /// @param identified whether rows tell their thread or trace, so that equal rows are hardly different requests
    record Repeats(long rows, long looked, boolean identified) {}

    /// @param rows from the first row of a block to the first of the next one
    record Blocks(int rows, long[] starts, long[] ends) {}

    /// @param requests at least one row
    static RowScan of(Requests requests, Work work) {
        int n = requests.table().rows();
        int block = Math.clamp(n / 64, 8, BLOCK);
        int stride = Math.max(1, n / LOOKED);
        int blocks = Math.ceilDiv(n, block * stride);
        int parts = n < 50_000 ? 1 : Math.min(blocks, 2 * Pool.cores());
        int[] from = IntStream.rangeClosed(0, parts).map(part -> (int) ((long) blocks * part / parts)).toArray();
        Grid grid = new Grid(requests.starts(), requests.durations(), block, stride);
        Extent extent = Pool.map(parts, work, part -> grid.extent(from[part], from[part + 1])).stream().reduce(Extent::with).orElseThrow();
        Blocks latest = new Blocks(block * stride, new long[blocks], new long[blocks]);
        List<Part> found = Pool.map(parts, work, part -> {
            Part own = new Part(grid, extent);
            own.scan(from[part], from[part + 1], latest);
            return own;
        });
        int[] started = new int[BINS];
        found.forEach(each -> IntStream.range(0, BINS).forEach(bin -> started[bin] += each.started[bin]));
        Order order = found.stream().map(Part::order).reduce(Order::with).orElseThrow();
        return new RowScan(found.stream().mapToLong(each -> each.rows).sum(), extent, order, started, repeats(requests, work), latest);
    }

    private static Repeats repeats(Requests requests, Work work) {
        int n = requests.table().rows();
        int parts = n < 50_000 ? 1 : 2 * Pool.cores();
        int skip = Math.max(0, 32 - Integer.numberOfLeadingZeros(n / HASHED));
        List<Texts> names = identity(requests);
        long[] hashes = Pool.map(parts, work, part -> new Hashes(requests, names, skip).of((int) ((long) n * part / parts), (int) ((long) n * (part + 1) / parts)))
                .stream().flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(hashes);
        long again = 0;
        for (int i = 1; i < hashes.length; i++) {
            again += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        boolean identified = requests.table().texts(Requests.THREAD).isPresent() || requests.table().texts(Traces.SPAN).isPresent();
        return new Repeats(again << skip, hashes.length, identified);
    }

    /// The rows that are looked at: in each `stride`-th block.
    private record Grid(Longs starts, Longs durations, int block, int stride) {
        private int from(int number) {
            return number * block * stride;
        }

        private int to(int number) {
            return Math.min(starts.size(), from(number) + block);
        }

        private Extent extent(int from, int to) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            long longest = Long.MIN_VALUE;
            for (int number = from; number < to; number++) {
                for (int row = from(number); row < to(number); row++) {
                    long start = starts.at(row);
                    first = Math.min(first, start);
                    last = Math.max(last, start);
                    longest = Math.max(longest, durations.at(row));
                }
            }
            return new Extent(first, last, longest);
        }
    }

    private static List<Texts> identity(Requests requests) {
        List<Texts> found = new ArrayList<>();
        for (String name : List.of(Requests.LABEL, Requests.THREAD, Requests.TRACE, Traces.SPAN)) {
            Optional<Texts> column = requests.table().texts(name);
            column.ifPresent(found::add);
        }
        return found;
    }

    /// One thread's share of the rows.
    private static final class Part {
        private final Grid grid;
        private final Extent extent;
        private final long nearly;
        private final int[] started = new int[BINS];
        private long rows;
        private long startsBack;
        private long endsBack;
        private long negative;
        private long at;
        private long near;

        private Part(Grid grid, Extent extent) {
            this.grid = grid;
            this.extent = extent;
            this.nearly = (long) (0.9 * extent.longest());
        }

        private Order order() {
            return new Order(startsBack, endsBack, negative, at, near);
        }

        private void scan(int from, int to, Blocks latest) {
            for (int number = from; number < to; number++) {
                block(number, latest);
            }
        }

        private void block(int number, Blocks latest) {
            double scale = BINS / (extent.last() - extent.first() + 1.0);
            int row = grid.from(number);
            long start = row == 0 ? Long.MIN_VALUE : grid.starts().at(row - 1);
            long end = row == 0 ? Long.MIN_VALUE : start + grid.durations().at(row - 1);
            long began = Long.MIN_VALUE;
            long ended = Long.MIN_VALUE;
            int to = grid.to(number);
            rows += to - row;
            for (; row < to; row++) {
                long now = grid.starts().at(row);
                long lasted = grid.durations().at(row);
                startsBack += now < start ? 1 : 0;
                endsBack += now + lasted < end ? 1 : 0;
                start = now;
                end = now + lasted;
                began = Math.max(began, now);
                ended = Math.max(ended, end);
                negative += lasted < 0 ? 1 : 0;
                started[(int) ((now - extent.first()) * scale)]++;
                at += lasted == extent.longest() ? 1 : 0;
                near += lasted >= nearly && lasted < extent.longest() ? 1 : 0;
            }
            latest.starts()[number] = began;
            latest.ends()[number] = ended;
        }
    }

    /// Hashes of the rows whose start has one of a few hash values. Rows of one tick of the clock or less are left out: a thread can truly make
    /// two of them at the same reading of the clock.
    private static final class Hashes {
        private final Longs starts;
        private final Longs durations;
        private final long quantum;
        private final List<Texts> names;
        private final int skip;
        private long[] hashes = new long[1024];
        private int hashed;

        private Hashes(Requests requests, List<Texts> names, int skip) {
            this.starts = requests.starts();
            this.durations = requests.durations();
            this.quantum = Math.max(1, requests.meaning().quantumNanos());
            this.names = names;
            this.skip = skip;
        }

        private long[] of(int from, int to) {
            long mask = skip == 0 ? 0 : -1L << 64 - skip;
            for (int row = from; row < to; row++) {
                long key = starts.at(row) * GOLDEN;
                if ((mixed(key) & mask) == 0) {
                    note(key, row);
                }
            }
            return Arrays.copyOf(hashes, hashed);
        }

        private void note(long key, int row) {
            long lasted = durations.at(row);
            if (lasted <= quantum) {
                return;
            }
            long hash = mixed(key + lasted);
            for (Texts each : names) {
                hash = mixed(hash * GOLDEN + each.code(row));
            }
            if (hashed == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * hashed);
            }
            hashes[hashed++] = hash;
        }

        private static long mixed(long z) {
            long half = (z ^ z >>> 32) * 0xbf58476d1ce4e5b9L;
            return half ^ half >>> 29;
        }
    }
}
