package org.tailwright.readers.speedscope;

import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.StackTree;

/// The frames that are open between two events of an evented profile.
final class OpenFrames {
    private final StackTree tree;
    private final Ints frames = new Ints();
    private final Ints nodes = new Ints();

    OpenFrames(StackTree tree) {
        this.tree = tree;
    }

    /// The innermost node; -1 when nothing is open.
    int node() {
        return nodes.size() == 0 ? StackTree.NONE : nodes.at(nodes.size() - 1);
    }

    int depth() {
        return frames.size();
    }

    void open(int frame) {
        nodes.add(tree.child(node(), frame));
        frames.add(frame);
    }

    /// Closes the innermost open `frame`.
    ///
    /// @return whether it was the innermost of all; else the frames inside of it stay open, as if they had been called by its caller
    boolean close(int frame) {
        int at = frames.size() - 1;
        while (at >= 0 && frames.at(at) != frame) {
            at--;
        }
        boolean innermost = at == frames.size() - 1 && at >= 0;
        if (at >= 0) {
            for (int i = at; i + 1 < frames.size(); i++) {
                frames.set(i, frames.at(i + 1));
                nodes.set(i, tree.child(i == 0 ? StackTree.NONE : nodes.at(i - 1), frames.at(i)));
            }
            frames.cut(frames.size() - 1);
            nodes.cut(frames.size());
        }
        return innermost;
    }
}
