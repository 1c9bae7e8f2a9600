package org.tailwright.statistics.trust;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;

/// Requests with a known truth.
final class Generated {
    static final long SECOND = 1_000_000_000L;
    static final long EPOCH = 1_700_000_000L * SECOND;
    static final long MILLI = 1_000_000L;

    private Generated() {}

    /// One request.
    ///
    /// @param start nanoseconds since the beginning
    record Row(long start, long duration, int thread, int active) {
        long end() {
            return start + duration;
        }
    }

    /// Poisson arrivals with exponential service of a mean, no queue: an open loop.
    static Row[] open(long seed, int n, double perSecond, double meanMillis) {
        RandomGenerator random = Seeds.stream(seed, "open", 0);
        Row[] rows = new Row[n];
        double time = 0;
        for (int i = 0; i < n; i++) {
            time += -Math.log(1 - random.nextDouble()) / perSecond;
            rows[i] = new Row((long) (time * SECOND), Math.max(2, Math.round(-Math.log(1 - random.nextDouble()) * meanMillis)) * MILLI, i, 0);
        }
        return byEnd(rows);
    }

    /// `users` that think for an exponential time and then wait for an answer.
    static Row[] closed(long seed, int n, int users, double thinkMillis, double meanMillis) {
        RandomGenerator random = Seeds.stream(seed, "closed", 0);
        PriorityQueue<long[]> next = new PriorityQueue<>(Comparator.comparingLong(each -> each[0]));
        IntStream.range(0, users).forEach(user -> next.add(new long[] {user * MILLI, user}));
        Row[] rows = new Row[n];
        for (int i = 0; i < n; i++) {
            long[] user = next.remove();
            long duration = Math.max(2, Math.round(-Math.log(1 - random.nextDouble()) * meanMillis)) * MILLI;
            rows[i] = new Row(user[0], duration, (int) user[1], users);
            long think = thinkMillis == 0 ? MILLI / 4 : Math.round(-Math.log(1 - random.nextDouble()) * thinkMillis) * MILLI;
            next.add(new long[] {user[0] + duration + think, user[1]});
        }
        return byEnd(rows);
    }

    static Row[] byEnd(Row[] rows) {
        Arrays.sort(rows, Comparator.comparingLong(Row::end));
        return rows;
    }

    /// With threads; with the number of active ones where `active`.
    static Requests requests(Row[] rows, boolean threads, boolean active) {
        int n = rows.length;
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, Arrays.stream(rows).mapToLong(each -> EPOCH + each.start()).toArray()));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, Arrays.stream(rows).mapToLong(Row::duration).toArray()));
        if (threads) {
            Texts.Builder names = Texts.builder();
            Arrays.stream(rows).forEach(each -> names.add("t" + each.thread()));
            columns.put(Requests.THREAD, names.build());
        }
        if (active) {
            columns.put(Requests.ACTIVE, Longs.of(Unit.COUNT, Arrays.stream(rows).mapToLong(Row::active).toArray()));
        }
        Origin origin = new Origin("generated", Path.of("generated"), "generated", Trust.clean(n));
        return new Requests(origin, Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, MILLI));
    }
}
