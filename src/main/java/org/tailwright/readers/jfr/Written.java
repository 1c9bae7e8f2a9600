package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.function.LongFunction;

/// How the values of a type are written, with the steps to skip one: one flat list instead of a walk through nested types.
final class Written {
    private static final int DEEPEST = 16;
    private static final int MOST = 4096;
    private static final int BYTE = 0;
    private static final int NUMBER = 1;
    private static final int FLOAT = 2;
    private static final int DOUBLE = 3;
    private static final int TEXT = 4;
    /// Followed by the number of steps of an element.
    private static final int ARRAY = 5;

    final Described.Form form;
    /// None for a value that cannot be read.
    private int[] steps = {};

    Written(Described.Form form) {
        this.form = form;
    }

    /// Learns the steps, when all types are known.
    void learn(Described.Type type, LongFunction<Described.Type> types) {
        int[] into = new int[MOST];
        int size = add(type, types, into, 0, 0);
        steps = size < 0 ? new int[0] : Arrays.copyOf(into, size);
    }

    /// @return number of steps, -1 when the type cannot be read: too deep, too long, or with values of no bytes, of which there could be any
    ///     number
    private static int add(Described.Type type, LongFunction<Described.Type> types, int[] into, int from, int depth) {
        int size = from;
        switch (type.written().form) {
            case BYTE -> into[size++] = BYTE;
            case NUMBER -> into[size++] = NUMBER;
            case FLOAT -> into[size++] = FLOAT;
            case DOUBLE -> into[size++] = DOUBLE;
            case TEXT -> into[size++] = TEXT;
            case CLASS, METHOD, THREAD, STRUCTURE -> {
                for (Described.Field each : type.fields()) {
                    int start = size;
                    if (depth > DEEPEST || size + 3 > MOST) {
                        return -1;
                    }
                    size += each.array() ? 2 : 0;
                    if (each.pooled()) {
                        into[size++] = NUMBER;
                    } else {
                        size = add(types.apply(each.type()), types, into, size, depth + 1);
                    }
                    if (size < 0 || size + 3 > MOST) {
                        return -1;
                    }
                    if (each.array()) {
                        into[start] = ARRAY;
                        into[start + 1] = size - start - 2;
                    }
                }
            }
        }
        return size == from ? -1 : size;
    }

    /// Skips a value.
    void skip(Wire in) {
        if (steps.length == 0) {
            throw new IllegalStateException("values of a type that cannot be read");
        }
        run(in, 0, steps.length);
        in.check();
    }

    private void run(Wire in, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (steps[i]) {
                case BYTE -> in.at++;
                case NUMBER -> in.number();
                case FLOAT -> in.at += Float.BYTES;
                case DOUBLE -> in.at += Double.BYTES;
                case TEXT -> in.skipText(in.single());
                default -> {
                    int element = i + 2;
                    i += 1 + steps[i + 1];
                    int count = in.count();
                    for (int k = 0; k < count; k++) {
                        run(in, element, i + 1);
                        in.check();
                    }
                }
            }
        }
    }
}
