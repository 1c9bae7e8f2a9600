package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Utf8Pool;

/// Reads the events of one flat type, of a part's chunks, into the rows of that type.
final class FlatRows {
    /// What is done with a field; the last ones become columns.
    private enum Step { SKIP_NUMBER, SKIP_BYTES, SKIP_TEXT, THREAD, TEXT, FLAG, CODE, WHOLE, REAL, FLOAT, DOUBLE }

    private enum Whole { BYTE, SHORT, INT, LONG }

    private final TypeRows rows;
    private final Step[] steps;
    private final Cells[] cells;
    private final Whole[] wholes;
    private final int[] sizes;
    private final Spelled[] spelled;
    private final Map<Long, Integer> threads = new HashMap<>();
    private long lastThread;
    private int lastCode = -1;
    long count;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    FlatRows(TypeRows rows, Described described, Described.Type type) {
        this.rows = rows;
        List<Described.Field> fields = type.fields().subList(2, type.fields().size());
        int n = fields.size();
        steps = new Step[n];
        cells = new Cells[n];
        wholes = new Whole[n];
        sizes = new int[n];
        spelled = new Spelled[n];
        for (int i = 0; i < n; i++) {
            Described.Field field = fields.get(i);
            String kind = described.type(field).name();
            Cells column = field.pooled() ? null : rows.cells(field.name());
            cells[i] = column == null ? new Cells.Words() : column;
            wholes[i] = whole(kind);
            sizes[i] = bytes(kind);
            spelled[i] = new Spelled();
            steps[i] = field.pooled() ? field.name().equals("eventThread") ? Step.THREAD : Step.SKIP_NUMBER : step(column, kind);
        }
    }

    /// Bytes of a value, 0 when they differ.
    private static int bytes(String kind) {
        return switch (kind) {
            case "boolean", "byte" -> 1;
            case "float" -> Float.BYTES;
            case "double" -> Double.BYTES;
            default -> 0;
        };
    }

    private static Step step(@Nullable Cells column, String kind) {
        boolean text = kind.equals("java.lang.String");
        return switch (column) {
            case null -> text ? Step.SKIP_TEXT : bytes(kind) > 0 ? Step.SKIP_BYTES : Step.SKIP_NUMBER;
            case Cells.Words _ -> text ? Step.TEXT : kind.equals("boolean") ? Step.FLAG : Step.CODE;
            case Cells.Whole _ -> Step.WHOLE;
            case Cells.Real _ -> kind.equals("float") ? Step.FLOAT : kind.equals("double") ? Step.DOUBLE : Step.REAL;
        };
    }

    /// A new chunk numbers its threads anew.
    void chunk() {
        threads.clear();
        lastThread = 0;
        lastCode = -1;
    }

    /// Reads an event whose start is the next value.
    void add(Wire in, Chunk.Clock clock, Pools pools) {
        long ticks = in.number();
        long start = clock.nanos(ticks);
        long end = clock.nanos(ticks + in.number());
        first = Math.min(first, start);
        last = Math.max(last, Math.max(start, end));
        count++;
        int thread = -1;
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i]) {
                case SKIP_NUMBER -> in.number();
                case SKIP_BYTES -> in.at += sizes[i];
                case SKIP_TEXT -> in.skipText(in.single());
                case THREAD -> thread = thread(in.number(), pools);
                case TEXT -> spelled[i].add(in, (Cells.Words) cells[i], pools);
                case FLAG -> ((Cells.Words) cells[i]).add(in.single() != 0 ? "true" : "false");
                case CODE -> code(value(in, wholes[i]), (Cells.Words) cells[i]);
                case WHOLE -> ((Cells.Whole) cells[i]).add(value(in, wholes[i]));
                case REAL -> ((Cells.Real) cells[i]).add(value(in, wholes[i]));
                case FLOAT -> ((Cells.Real) cells[i]).add(Float.intBitsToFloat((int) in.plain(Float.BYTES)));
                case DOUBLE -> ((Cells.Real) cells[i]).add(Double.longBitsToDouble(in.plain(Double.BYTES)));
            }
        }
        rows.add(start, end - start, thread);
    }

    /// A whole number; negative ones are written as if they had no sign.
    private static long value(Wire in, Whole kind) {
        return switch (kind) {
            case BYTE -> in.single();
            case SHORT -> (short) in.number();
            case INT -> (int) in.number();
            case LONG -> in.number();
        };
    }

    private static Whole whole(String kind) {
        return switch (kind) {
            case "byte" -> Whole.BYTE;
            case "short" -> Whole.SHORT;
            case "int" -> Whole.INT;
            default -> Whole.LONG;
        };
    }

    private static void code(long value, Cells.Words words) {
        if (value >= 0 && value <= Integer.MAX_VALUE) {
            words.addNumber((int) value);
        } else {
            words.add(Long.toString(value));
        }
    }

    private int thread(long key, Pools pools) {
        if (key != lastThread) {
            lastThread = key;
            Integer known = threads.get(key);
            if (known == null) {
                String name = pools.thread(key);
                known = name == null ? -1 : rows.threadCode(name);
                threads.put(key, known);
            }
            lastCode = known;
        }
        return lastCode;
    }

    /// The codes of texts by how they are spelled in the file, so that a known one is not made a `String` again.
    private static final class Spelled {
        private final Utf8Pool.Builder[] known = {Utf8Pool.builder(), Utf8Pool.builder(), Utf8Pool.builder()};
        private final int[][] codes = new int[3][16];

        void add(Wire in, Cells.Words words, Pools pools) {
            int spelling = in.single();
            int from = in.at;
            switch (spelling) {
                case Wire.NULL -> words.addCode(-1);
                case Wire.EMPTY -> words.add("");
                case Wire.POOLED -> words.add(pools.text(in.number()));
                default -> {
                    in.skipText(spelling);
                    if (!words.many()) {
                        words.addCode(code(in, words, spelling, from));
                    }
                }
            }
        }

        private int code(Wire in, Cells.Words words, int spelling, int from) {
            int kind = spelling - Wire.UTF_8;
            int before = known[kind].size();
            int found = known[kind].code(in.bytes, from, in.at);
            if (found == before) {
                if (found == codes[kind].length) {
                    codes[kind] = Arrays.copyOf(codes[kind], 2 * found);
                }
                codes[kind][found] = words.code(in.text(spelling, from));
            }
            return codes[kind][found];
        }
    }
}
