package org.tailwright.readers.pprof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailwright.data.Stacks;
import org.tailwright.readers.stacks.DenseIds;
import org.tailwright.readers.stacks.FrameTexts;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.JavaNames;

/// Locations, functions, mappings and texts of a profile, by the file's own numbers. They come in any order; texts usually last.
final class Places {
    /// A place in code without its lines.
    private record Location(long mapping, long address, int from, int to) {}

    /// A function; all three are numbers of texts.
    private record Function(int name, int systemName, int file) {}

    private static final Location UNKNOWN = new Location(0, 0, 0, 0);

    private final DenseIds locationIds = new DenseIds();
    private final List<Location> locations = new ArrayList<>();
    private final Ints lines = new Ints();
    private final DenseIds functionIds = new DenseIds();
    private final List<Function> functions = new ArrayList<>();
    private final DenseIds mappingIds = new DenseIds();
    private final List<Integer> mappingFiles = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean go;

    /// The small number under which samples keep a location.
    int location(long id) {
        return locationIds.of(id);
    }

    void location(Wire message) throws Malformed {
        long id = 0;
        long mapping = 0;
        long address = 0;
        int from = lines.size();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> id = message.number();
                case 2 -> mapping = message.number();
                case 3 -> address = message.number();
                case 4 -> line(message.message());
                default -> message.skip();
            }
        }
        put(locations, locationIds.of(id), new Location(mapping, address, from, lines.size()), UNKNOWN);
    }

    private void line(Wire message) throws Malformed {
        long function = 0;
        while (message.next()) {
            if (message.field() == 1) {
                function = message.number();
            } else {
                message.skip();
            }
        }
        lines.add(functionIds.of(function));
    }

    void function(Wire message) throws Malformed {
        long id = 0;
        int[] numbers = new int[5];
        while (message.next()) {
            int field = message.field();
            long number = message.number();
            if (field == 1) {
                id = number;
            } else if (field <= 4) {
                numbers[field] = number >= 0 && number <= Integer.MAX_VALUE ? (int) number : 0;
            }
        }
        put(functions, functionIds.of(id), new Function(numbers[2], numbers[3], numbers[4]), new Function(0, 0, 0));
    }

    void mapping(Wire message) throws Malformed {
        long id = 0;
        int file = 0;
        while (message.next()) {
            int field = message.field();
            long number = message.number();
            if (field == 1) {
                id = number;
            } else if (field == 5) {
                file = number >= 0 && number <= Integer.MAX_VALUE ? (int) number : 0;
            }
        }
        put(mappingFiles, mappingIds.of(id), file, 0);
    }

    private static <T> void put(List<T> list, int at, T value, T gap) {
        while (list.size() <= at) {
            list.add(gap);
        }
        list.set(at, value);
    }

    void text(Wire message) {
        texts.add(message.text());
    }

    /// The text with this number; empty when there is none.
    String text(long number) {
        return number >= 0 && number < texts.size() ? texts.get((int) number) : "";
    }

    int textCount() {
        return texts.size();
    }

    /// To be called once when all is read.
    void complete() {
        go = functions.stream().limit(1000).anyMatch(each -> text(each.file()).endsWith(".go"));
    }

    /// How many locations samples name that the file does not describe.
    long missing() {
        long missing = 0;
        for (int i = 0; i < locationIds.size(); i++) {
            missing += i >= locations.size() || locations.get(i) == UNKNOWN ? 1 : 0;
        }
        return missing;
    }

    /// The frames at a location, outermost first. The first line of a location is the innermost, inlined into those that follow.
    int[] frames(int location, FrameTexts frames) {
        Location place = location >= 0 && location < locations.size() ? locations.get(location) : UNKNOWN;
        int n = place.to() - place.from();
        if (n == 0) {
            return new int[] {address(place, frames)};
        }
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            int function = lines.at(place.to() - 1 - i);
            codes[i] = named(function < functions.size() ? functions.get(function) : new Function(0, 0, 0), i > 0, place, frames);
        }
        return codes;
    }

    private int named(Function function, boolean inlined, Location place, FrameTexts frames) {
        String name = text(function.name()).isEmpty() ? text(function.systemName()) : text(function.name());
        if (name.isEmpty()) {
            return address(place, frames);
        }
        Stacks.Frame kind = kernel(place) ? Stacks.Frame.KERNEL : inlined ? Stacks.Frame.INLINED : kind(name, text(function.file()));
        return frames.code(kind == Stacks.Frame.JAVA ? JavaNames.dotted(name) : name, kind);
    }

    private Stacks.Frame kind(String name, String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "java", "kt", "scala", "groovy", "clj" -> Stacks.Frame.JAVA;
            case "py", "rb", "js", "mjs", "cjs", "ts", "tsx", "jsx", "php", "lua", "pl" -> Stacks.Frame.SCRIPT;
            case "go", "s", "c", "h" -> Stacks.Frame.NATIVE;
            case "cc", "cpp", "cxx", "hpp" -> Stacks.Frame.CPP;
            default -> go && !name.contains("::") ? Stacks.Frame.NATIVE : JavaNames.guess(name);
        };
    }

    private boolean kernel(Location place) {
        String file = file(place);
        return file.startsWith("[kernel") || file.endsWith("vmlinux") || file.startsWith("[guest.kernel");
    }

    private String file(Location place) {
        int mapping = mappingIds.find(place.mapping());
        return mapping < 0 || mapping >= mappingFiles.size() ? "" : text(mappingFiles.get(mapping));
    }

    private int address(Location place, FrameTexts frames) {
        String file = file(place);
        String last = file.substring(file.lastIndexOf('/') + 1);
        String text = (place.address() == 0 ? "(unknown)" : "0x" + Long.toHexString(place.address())) + (last.isEmpty() ? "" : " " + last);
        return frames.code(text, kernel(place) ? Stacks.Frame.KERNEL : Stacks.Frame.NATIVE);
    }
}
