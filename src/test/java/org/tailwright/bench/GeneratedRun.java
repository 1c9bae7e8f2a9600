package org.tailwright.bench;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;

/// A run of an hour with log-normal latencies, one host of eight slower than the others, in the columns that the JMeter reader makes.
final class GeneratedRun {
    private static final long START = 1_795_348_800_000L;
    private static final long HOUR_MILLIS = 3_600_000;

    private GeneratedRun() {}

    static Requests of(int rows) {
        SplittableRandom random = new SplittableRandom(42);
        Longs.Builder starts = Longs.steps(Unit.TIME, START * 1_000_000, 1_000_000);
        Longs.Builder durations = Longs.steps(Unit.DURATION, 0, 1_000_000);
        int[][] codes = new int[4][rows];
        int[] sizes = {12, 5, 200, 8};
        BitSet failed = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            starts.add((long) ((double) row / rows * HOUR_MILLIS));
            for (int column = 0; column < 4; column++) {
                codes[column][row] = random.nextInt(sizes[column]);
            }
            double slow = codes[3][row] == 3 ? 2 : 1;
            durations.add(Math.round(slow * 20 * Math.exp(0.8 * random.nextGaussian())));
            failed.set(row, random.nextInt(200) == 0);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        String[] names = {Requests.LABEL, Requests.STATUS, Requests.THREAD, "host"};
        for (int column = 0; column < 4; column++) {
            String[] texts = new String[sizes[column]];
            for (int code = 0; code < texts.length; code++) {
                texts[code] = names[column] + "-" + code;
            }
            columns.put(names[column], Texts.of(codes[column], new Texts.Dictionary(texts)));
        }
        columns.put(Requests.FAILED, Flags.of(failed, rows));
        return new Requests(new Origin("generated", Path.of("generated"), "generated", Trust.clean(rows)), Table.of(columns),
                Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000));
    }
}
