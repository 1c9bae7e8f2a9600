package org.tailwright.readers.folded;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Stacks;
import org.tailwright.readers.stacks.FrameTexts;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.JavaNames;
import org.tailwright.readers.stacks.StackTree;

/// Turns the frames of folded stacks into nodes. Endings that profilers put behind a name say what a frame is: `_[j]` compiled, `_[i]`
/// inlined, `_[k]` kernel, `_[0]` interpreted, `_[1]` compiled by C1; without one the form of the name decides.
final class FoldedFrames {
    /// async-profiler's frame for a thread: `[main tid=42]`.
    private static final Pattern THREAD = Pattern.compile("\\[(?:(.*) )?tid=(\\d+)]");

    private final FrameTexts frames;
    private final StackTree tree;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Ints ends = new Ints();
    private final Ints nodes = new Ints();
    private String previous = "";
    private @Nullable String thread;

    FoldedFrames(FrameTexts frames, StackTree tree) {
        this.frames = frames;
        this.tree = tree;
    }

    /// The innermost node of a stack, -1 when it has no frame. Empty frames (two semicolons in a row, or one at an end) are left out. Files are
    /// mostly sorted, so what a stack has in common with the one before is not looked up again.
    int node(String stack) {
        int from = keep(stack);
        int node = nodes.size() == 0 ? StackTree.NONE : nodes.at(nodes.size() - 1);
        while (from <= stack.length()) {
            int end = end(stack, from);
            if (end > from) {
                node = below(node, stack.substring(from, end));
            }
            ends.add(end);
            nodes.add(node);
            from = end + 1;
        }
        previous = stack;
        return node;
    }

    /// Forgets the frames of the last stack that this one does not have.
    ///
    /// @return where the first new frame begins
    private int keep(String stack) {
        int common = 0;
        int most = Math.min(stack.length(), previous.length());
        while (common < most && stack.charAt(common) == previous.charAt(common)) {
            common++;
        }
        int kept = ends.size();
        // Two characters behind a semicolon decide whether it parts frames.
        while (kept > 0 && ends.at(kept - 1) + 2 >= common) {
            kept--;
        }
        ends.cut(kept);
        nodes.cut(kept);
        if (kept == 0) {
            thread = null;
        }
        return kept == 0 ? 0 : ends.at(kept - 1) + 1;
    }

    /// Where the frame that begins at `from` ends. A semicolon parts no frames inside a type such as `[T; 4]` or `{ a int; b int }`, nor in
    /// the way perf maps write Java methods, `Lname;::method`.
    private static int end(String stack, int from) {
        int depth = 0;
        for (int i = from; i < stack.length(); i++) {
            char c = stack.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == ';' && !(depth > 0 && stack.startsWith(" ", i + 1)) && !(stack.charAt(from) == 'L' && stack.startsWith("::", i + 1))) {
                return i;
            }
        }
        return stack.length();
    }

    private int below(int parent, String frame) {
        if (parent == StackTree.NONE && frame.startsWith("[") && frame.endsWith("]") && thread == null) {
            Matcher match = THREAD.matcher(frame);
            if (match.matches()) {
                thread = match.group(1) == null || match.group(1).isBlank() ? "tid " + match.group(2) : match.group(1);
                return parent;
            }
        }
        Integer code = codes.get(frame);
        if (code == null) {
            code = code(frame);
            codes.put(frame, code);
        }
        return tree.child(parent, code);
    }

    /// Name of the thread of the stack last asked for, where its outermost frame tells it.
    @Nullable String thread() {
        return thread;
    }

    private int code(String frame) {
        int n = frame.length();
        if (n > 4 && frame.charAt(n - 1) == ']' && frame.charAt(n - 3) == '[' && frame.charAt(n - 4) == '_') {
            Stacks.Frame kind = marked(frame.charAt(n - 2));
            if (kind != null) {
                String name = frame.substring(0, n - 4);
                return frames.code(kind == Stacks.Frame.KERNEL ? name : JavaNames.dotted(name), kind);
            }
        }
        Stacks.Frame kind = JavaNames.guess(frame);
        return frames.code(kind == Stacks.Frame.JAVA ? JavaNames.dotted(frame) : frame, kind);
    }

    private static Stacks.@Nullable Frame marked(char mark) {
        return switch (mark) {
            case 'j', '1' -> Stacks.Frame.COMPILED;
            case 'i' -> Stacks.Frame.INLINED;
            case 'k' -> Stacks.Frame.KERNEL;
            case '0' -> Stacks.Frame.INTERPRETED;
            default -> null;
        };
    }
}
