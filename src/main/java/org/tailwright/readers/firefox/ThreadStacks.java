package org.tailwright.readers.firefox;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.tailwright.data.Stacks;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.StackTree;

/// The stacks of a thread, moved into the profile's tree below a frame for the thread.
final class ThreadStacks {
    /// How the browser writes functions of scripts: `name (url:line:column)`, or the place alone.
    private static final Pattern SCRIPT = Pattern.compile("(?:https?|chrome|resource|file|moz-extension|self-hosted|about|blob|data)\\b.*:\\d+");
    private static final int UNSEEN = -2;

    private final Profile profile;
    private final Tables tables;
    private final int root;
    private final Reals prefixes;
    private final Reals frames;
    private final int[] nodes;
    private final int[] codes;
    private int settled;
    private long odd;

    ThreadStacks(Profile profile, Tables tables, String thread) {
        this.profile = profile;
        this.tables = tables;
        root = profile.tree().child(StackTree.NONE, profile.frames().code(thread, Stacks.Frame.NATIVE));
        prefixes = tables.table("stackTable").column("prefix");
        frames = tables.table("stackTable").column("frame");
        nodes = new int[frames.size()];
        Arrays.fill(nodes, UNSEEN);
        codes = new int[Math.max(tables.table("frameTable").column("location").size(), tables.table("frameTable").column("func").size())];
        Arrays.fill(codes, UNSEEN);
    }

    /// The node of a stack by its number, -1 when there is no such stack.
    int node(int stack) {
        if (stack < 0 || stack >= nodes.length) {
            return -1;
        }
        // Callers stand before what they call, so all up to this one can be settled in order.
        for (int i = settled; i <= stack; i++) {
            int prefix = prefixes.index(i);
            odd += prefix >= i ? 1 : 0;
            int parent = prefix < 0 || prefix >= i ? root : nodes[prefix];
            int frame = code(frames.index(i));
            nodes[i] = frame < 0 ? parent : profile.tree().child(parent, frame);
        }
        settled = Math.max(settled, stack + 1);
        return nodes[stack];
    }

    private int code(int frame) {
        if (frame < 0 || frame >= codes.length) {
            odd++;
            return profile.frames().code("(unknown)", Stacks.Frame.NATIVE);
        }
        if (codes[frame] == UNSEEN) {
            Columns table = tables.table("frameTable");
            codes[frame] = table.has("func") ? function(table.column("func").index(frame)) : location(tables.text(table.column("location").index(frame)));
        }
        return codes[frame];
    }

    /// A frame of a gecko profile, where one text says all. The root stands above all and is left out.
    private int location(String text) {
        return text.equals("(root)") ? -1 : profile.frames().code(text, script(text) ? Stacks.Frame.SCRIPT : kind(text));
    }

    private static boolean script(String text) {
        String place = text.endsWith(")") ? text.substring(text.lastIndexOf('(') + 1, text.length() - 1) : text;
        return SCRIPT.matcher(place).matches();
    }

    private int function(int function) {
        Columns table = tables.table("funcTable");
        String name = tables.text(table.column("name").index(function));
        if (name.equals("(root)")) {
            return -1;
        }
        boolean script = table.column("isJS").at(function) == 1;
        String file = tables.text(table.column("fileName").index(function));
        int line = table.column("lineNumber").index(function);
        if (script) {
            String place = file.isEmpty() || name.contains(file) ? "" : " (" + file + (line > 0 ? ":" + line : "") + ")";
            return profile.frames().code((name.isEmpty() ? "(anonymous)" : name) + place, Stacks.Frame.SCRIPT);
        }
        int resource = table.column("resource").index(function);
        String library = name.startsWith("0x") ? tables.text(tables.table("resourceTable").column("name").index(resource)) : "";
        return profile.frames().code(library.isEmpty() ? name : name + " " + library, kind(name));
    }

    private static Stacks.Frame kind(String name) {
        return name.contains("::") ? Stacks.Frame.CPP : Stacks.Frame.NATIVE;
    }

    /// How many references led nowhere.
    long odd() {
        return odd;
    }
}
