package org.tailwright.readers.perfscript;

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
    private static final Pattern OFFSET = Pattern.compile("\\+0x[0-9a-f]+$");
    private static final Pattern JIT = Pattern.compile("perf-\\d+\\.map$|jitted-\\d+|\\[JIT]");

    /// The frame that a line (stripped) shows, null when it is none: a line of source code, or something else.
    static @Nullable PerfFrame of(String line) {
        int blank = line.indexOf(' ');
        String first = blank < 0 ? line : line.substring(0, blank);
        String behind = blank < 0 ? "" : line.substring(blank).strip();
        int bracket = bracket(line);
        // A symbol may be a word of hexadecimal letters ("add"); addresses have digits.
        boolean word = (behind.isEmpty() || blank + 1 == bracket) && first.chars().noneMatch(Character::isDigit);
        boolean addressed = !word && first.length() <= 16 && !first.isEmpty() && first.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        String named = bracket < 0 ? line : line.substring(0, bracket);
        String symbol = (addressed ? named.substring(Math.min(named.length(), first.length())) : named).strip();
        // Without an address only the file in brackets tells a frame from a line of source.
        if (!addressed && (bracket < 0 || symbol.isEmpty())) {
            return null;
        }
        String module = bracket < 0 ? "" : line.substring(bracket + 1, line.length() - 1).strip();
        return new PerfFrame(OFFSET.matcher(symbol).replaceFirst(""), module);
    }

    /// Where the bracket opens that the end of the line closes and that has a blank before it: a file, not a C++ signature such as `f(int)`; -1
    /// when there is none.
    private static int bracket(String line) {
        int depth = 0;
        for (int i = line.endsWith(")") ? line.length() - 1 : -1; i >= 0; i--) {
            depth += line.charAt(i) == ')' ? 1 : line.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i == 0 || Character.isWhitespace(line.charAt(i - 1)) ? i : -1;
            }
        }
        return -1;
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
