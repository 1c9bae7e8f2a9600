package org.tailwright.readers.pprof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.StackTree;
import org.tailwright.work.Work;

/// The fields of a `perftools.profiles.Profile` message, taken in as they come (field numbers: `proto/profile.proto` of pprof).
final class PprofMessage {
    /// Two numbers of texts.
    record Names(int type, int unit) {}

    private static final int MOST_TYPES = 64;

    private final Places places = new Places();
    private final RawSamples samples = new RawSamples();
    private final List<Names> types = new ArrayList<>();
    private final Ints stack = new Ints();
    private final Diagnostics diagnostics;
    private final Work work;
    private final long[] numbers = new long[16];
    private Names periodType = new Names(0, 0);
    private long skipped;

    PprofMessage(Diagnostics diagnostics, Work work) {
        this.diagnostics = diagnostics;
        this.work = work;
    }

    /// Reads all fields. A record that makes no sense is skipped; a broken frame of records ends the reading.
    void read(Fields fields) throws IOException {
        try {
            while (fields.next()) {
                field(fields);
            }
        } catch (Malformed e) {
            diagnostics.offset(Diagnostic.Severity.ERROR, fields.offset(), "the profile breaks off here with " + e.getMessage());
        }
        places.complete();
    }

    private void field(Fields fields) {
        try {
            if (fields.bytes()) {
                message(fields.field(), fields.message());
            } else if (fields.field() < numbers.length) {
                numbers[fields.field()] = fields.number();
            }
        } catch (Malformed e) {
            skipped++;
            samples.drop();
            diagnostics.offset(Diagnostic.Severity.WARNING, fields.offset(), "a record with " + e.getMessage());
        }
    }

    private void message(int field, Wire message) throws Malformed {
        switch (field) {
            case 1 -> {
                if (types.size() < MOST_TYPES) {
                    types.add(names(message));
                }
            }
            case 2 -> sample(message);
            case 3 -> places.mapping(message);
            case 4 -> places.location(message);
            case 5 -> places.function(message);
            case 6 -> places.text(message);
            case 11 -> periodType = names(message);
            default -> { }
        }
    }

    private static Names names(Wire message) throws Malformed {
        int[] numbers = new int[3];
        while (message.next()) {
            int field = message.field();
            long number = message.number();
            if (field <= 2 && number >= 0 && number <= Integer.MAX_VALUE) {
                numbers[field] = (int) number;
            }
        }
        return new Names(numbers[1], numbers[2]);
    }

    /// A sample: locations innermost first, a value for each type, labels. Repeated numbers come packed or one by one.
    private void sample(Wire message) throws Malformed {
        if ((samples.size() & 0xfff) == 0) {
            work.check();
        }
        stack.cut(0);
        while (message.next()) {
            switch (message.field()) {
                case 1 -> {
                    Wire packed = message.type() == Wire.BYTES ? message.message() : null;
                    if (packed == null) {
                        stack.add(places.location(message.number()));
                    } else {
                        while (!packed.done()) {
                            stack.add(places.location(packed.varint()));
                        }
                    }
                }
                case 2 -> {
                    Wire packed = message.type() == Wire.BYTES ? message.message() : null;
                    if (packed == null) {
                        samples.value(message.number());
                    } else {
                        while (!packed.done()) {
                            samples.value(packed.varint());
                        }
                    }
                }
                case 3 -> label(message.message());
                default -> message.skip();
            }
        }
        int node = StackTree.NONE;
        for (int i = stack.size() - 1; i >= 0; i--) {
            node = samples.tree().child(node, stack.at(i));
        }
        samples.add(node);
    }

    private void label(Wire message) throws Malformed {
        long[] parts = new long[5];
        while (message.next()) {
            int field = message.field();
            long number = message.number();
            if (field < parts.length) {
                parts[field] = number;
            }
        }
        samples.label(parts[1], parts[2], parts[3]);
    }

    Places places() {
        return places;
    }

    RawSamples samples() {
        return samples;
    }

    /// What the values mean.
    List<ValueType> types() {
        return types.stream().map(each -> new ValueType(places.text(each.type()), places.text(each.unit()))).toList();
    }

    /// What one period of the sampler is, empty when it is not said.
    ValueType periodType() {
        return new ValueType(places.text(periodType.type()), places.text(periodType.unit()));
    }

    /// A number of the outermost message by its field: 9 time, 10 duration (nanoseconds), 12 period; 7, 8 and 14 are numbers of texts.
    long number(int field) {
        return numbers[field];
    }

    long skipped() {
        return skipped;
    }
}
