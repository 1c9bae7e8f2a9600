package org.tailwright.profiles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.tailwright.data.Stacks;

/// A call tree laid out as a flame graph.
///
/// @param root the node that fills the whole width
/// @param depth number of levels
/// @param boxes from the outermost level inwards, left to right
public record FlameLayout(int root, int depth, List<Box> boxes) {
    /// A rectangle.
    ///
    /// @param node node of the tree
    /// @param place where it is
    /// @param text text of its frame
    /// @param kind what its frame is, which decides the colour
    /// @param self weight of the samples in it alone
    /// @param total weight of the samples in it and above it
    public record Box(int node, Place place, String text, Stacks.Frame kind, double self, double total) {}

    /// Where a rectangle is.
    ///
    /// @param level 0 for the root of the whole tree
    /// @param x left edge, as a share of the whole width
    /// @param width as a share of the whole width
    public record Place(int level, double x, double width) {}

    private record Todo(int node, int level, double x) {}

    public FlameLayout {
        boxes = List.copyOf(boxes);
    }

    /// Lays out the tree below `root` over the whole width, with its callers as full-width boxes before it. Children stand in the order of
    /// their names, so that two graphs can be compared by eye.
    ///
    /// @param least boxes narrower than this share of the width are left out with all above them; 1 / width in pixels
    public static FlameLayout of(CallTree tree, int root, double least) {
        List<Box> boxes = new ArrayList<>();
        List<Integer> callers = new ArrayList<>();
        for (int node = tree.parent(root); node >= 0; node = tree.parent(node)) {
            callers.add(node);
        }
        for (int node : callers.reversed()) {
            boxes.add(box(tree, node, new Place(boxes.size(), 0, 1)));
        }
        double whole = tree.total(root);
        Deque<Todo> queue = new ArrayDeque<>();
        if (whole > 0) {
            queue.add(new Todo(root, boxes.size(), 0));
        }
        int deepest = boxes.size();
        while (!queue.isEmpty()) {
            Todo todo = queue.poll();
            boxes.add(box(tree, todo.node(), new Place(todo.level(), todo.x(), tree.total(todo.node()) / whole)));
            deepest = Math.max(deepest, todo.level() + 1);
            double x = todo.x();
            for (int child : ordered(tree, todo.node())) {
                double width = tree.total(child) / whole;
                if (width >= least) {
                    queue.add(new Todo(child, todo.level() + 1, x));
                }
                x += width;
            }
        }
        return new FlameLayout(root, deepest, boxes);
    }

    private static List<Integer> ordered(CallTree tree, int node) {
        return tree.children(node).stream().sorted(Comparator.comparing(tree::text)).toList();
    }

    private static Box box(CallTree tree, int node, Place place) {
        return new Box(node, place, tree.text(node), tree.kind(node), tree.self(node), tree.total(node));
    }

    /// Share of all weight in frames whose text contains `words`, regardless of case; what lies above a hit counts once.
    public static double share(CallTree tree, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        double hit = 0;
        Deque<Integer> stack = new ArrayDeque<>(tree.children(CallTree.ROOT));
        while (!stack.isEmpty()) {
            int node = stack.pop();
            if (tree.text(node).toLowerCase(Locale.ROOT).contains(wanted)) {
                hit += tree.total(node);
            } else {
                stack.addAll(tree.children(node));
            }
        }
        return tree.total(CallTree.ROOT) == 0 ? 0 : hit / tree.total(CallTree.ROOT);
    }
}
