package org.tailwright.readers.perfscript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Stacks;
import org.tailwright.readers.stacks.FrameTexts;
import org.tailwright.readers.stacks.JavaNames;

/// A line of a call chain: address, symbol with its offset, file in brackets. Each may be missing with `-F`.
///
/// @param symbol without its offset; empty when there was none
/// @param module file, `inlined`, `[kernel.kallsyms]`; empty when there was none
record PerfFrame(String symbol, String module) {
    private static final Pattern LINE = Pattern.compile("(?:([0-9a-f]{1,16})(?:\\s+|$))?(.*?)(?:\\s*\\(([^()]*(?:\\([^()]*\\))?[^()]*)\\))?");
    private static final Pattern OFFSET = Pattern.compile("\\+0x[0-9a-f]+$");
    private static final Pattern JIT = Pattern.compile("perf-\\d+\\.map$|jitted-\\d+|\\[JIT]");

    /// The frame that a line (stripped) shows, null when it is none: a line of source code, or something else.
    static @Nullable PerfFrame of(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            return null;
        }
        // A symbol may be a word of hexadecimal letters ("add"); addresses have digits.
        boolean word = match.group(1) != null && match.group(2).isBlank() && match.group(1).chars().noneMatch(Character::isDigit);
        boolean addressed = match.group(1) != null && !word;
        String symbol = word ? match.group(1) : match.group(2).strip();
        boolean module = match.group(3) != null;
        // Without an address only the file in brackets tells a frame from a line of source.
        if (!addressed && !module || symbol.isEmpty() && !addressed) {
            return null;
        }
        // A C++ signature such as f(int) is no file.
        boolean signature = module && addressed && !line.contains(" (") && !symbol.isEmpty();
        String name = signature ? symbol + "(" + match.group(3) + ")" : symbol;
        return new PerfFrame(OFFSET.matcher(name).replaceFirst(""), module && !signature ? match.group(3).strip() : "");
    }

    /// The frames it stands for, outermost first: perf-map-agent writes inlined Java methods behind their caller, `a->b->c`.
    int[] codes(FrameTexts frames) {
        if (symbol.contains("->") && JIT.matcher(module).find()) {
            String[] parts = symbol.split("->");
            int[] codes = new int[parts.length];
            for (int i = 0; i < parts.length; i++) {
                codes[i] = frames.code(JavaNames.dotted(parts[i]), i == 0 ? Stacks.Frame.COMPILED : Stacks.Frame.INLINED);
            }
            return codes;
        }
        Stacks.Frame kind = kind();
        return new int[] {frames.code(kind == Stacks.Frame.COMPILED ? JavaNames.dotted(symbol) : text(), kind)};
    }

    private String text() {
        if (!symbol.isEmpty() && !symbol.equals("[unknown]")) {
            return symbol;
        }
        String file = module.substring(module.lastIndexOf('/') + 1);
        return file.isEmpty() ? "[unknown]" : file.startsWith("[") ? file : "[" + file + "]";
    }

    private Stacks.Frame kind() {
        if (module.equals("inlined")) {
            return Stacks.Frame.INLINED;
        }
        if (module.startsWith("[kernel") || module.startsWith("[guest.kernel") || module.endsWith("vmlinux") || module.endsWith(".ko") || module.startsWith("bpf_")) {
            return Stacks.Frame.KERNEL;
        }
        if (JIT.matcher(module).find()) {
            return jitted();
        }
        return symbol.contains("::") ? Stacks.Frame.CPP : Stacks.Frame.NATIVE;
    }

    /// Code made at run time: HotSpot's interpreter, Java methods, or functions of V8 (`*` optimised, `~` interpreted).
    private Stacks.Frame jitted() {
        if (symbol.equals("Interpreter")) {
            return Stacks.Frame.INTERPRETED;
        }
        if (symbol.startsWith("LazyCompile:") || symbol.startsWith("JS:") || symbol.startsWith("Function:") || symbol.startsWith("py::")) {
            return symbol.contains(":~") ? Stacks.Frame.INTERPRETED : Stacks.Frame.SCRIPT;
        }
        boolean java = symbol.contains(";::") || symbol.contains("::") || JavaNames.guess(symbol) == Stacks.Frame.JAVA;
        return java ? Stacks.Frame.COMPILED : Stacks.Frame.NATIVE;
    }
}
