package org.tailwright.readers.cpuprofile;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tailwright.data.Stacks;
import org.tailwright.readers.Json;
import org.tailwright.readers.stacks.DenseIds;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.ProfileJson;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.StackTree;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The call tree of a V8 profile: a list of nodes with the numbers of their children (or of their parent), or, in old files and heap
/// profiles, nested objects.
final class V8Nodes {
    private static final int NONE = -1;

    private final Profile profile;
    private final DenseIds ids = new DenseIds();
    private final Ints frames = new Ints();
    private final Ints parents = new Ints();
    private final Reals weights = new Reals();
    private final Reals described = new Reals();
    private int[] nodes = {};
    private long odd;

    V8Nodes(Profile profile) {
        this.profile = profile;
    }

    /// What is known of a node while its members are read.
    private static final class Draft {
        final int parent;
        final Ints children = new Ints();
        long id = Long.MIN_VALUE;
        long namedParent = Long.MIN_VALUE;
        double weight = Double.NaN;
        String name = "";
        String url = "";
        long line = -1;
        int dense = NONE;

        Draft(int parent) {
            this.parent = parent;
        }
    }

    /// Reads the list of nodes on which the parser stands.
    void list(JsonParser parser) {
        Json.array(parser, each -> {
            Draft draft = new Draft(NONE);
            Json.object(each, (member, value) -> {
                if (member.equals("children")) {
                    Json.array(value, child -> draft.children.add(dense(ProfileJson.whole(child, Long.MIN_VALUE))));
                } else {
                    member(draft, member, value);
                }
            });
            keep(draft);
            for (int i = 0; i < draft.children.size(); i++) {
                adopt(draft.children.at(i), draft.dense);
            }
        });
    }

    /// Reads nested nodes, as deep as they come, without recursion. The members of a node may stand on both sides of its children.
    void nested(JsonParser parser) {
        Deque<Draft> open = new ArrayDeque<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        open.push(new Draft(NONE));
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            Draft now = open.peek();
            switch (token) {
                case START_OBJECT -> open.push(new Draft(dense(now)));
                case END_OBJECT -> {
                    keep(now);
                    open.pop();
                }
                case PROPERTY_NAME -> {
                    String member = parser.currentName();
                    boolean children = parser.nextToken() == JsonToken.START_ARRAY && member.equals("children");
                    if (!children) {
                        member(now, member, parser);
                    }
                }
                default -> { }
            }
        }
    }

    private int dense(Draft draft) {
        if (draft.dense == NONE) {
            // Nodes without a number of their own, or before it is read, get one that no file uses.
            draft.dense = dense(draft.id == Long.MIN_VALUE ? Long.MIN_VALUE + 1 + ids.size() : draft.id);
        }
        return draft.dense;
    }

    private int dense(long id) {
        int dense = ids.of(id);
        while (frames.size() <= dense) {
            frames.add(NONE);
            parents.add(NONE);
        }
        return dense;
    }

    private void member(Draft draft, String member, JsonParser value) {
        switch (member) {
            case "id" -> draft.id = ProfileJson.whole(value, Long.MIN_VALUE);
            case "parent" -> draft.namedParent = ProfileJson.whole(value, Long.MIN_VALUE);
            case "hitCount", "selfSize" -> draft.weight = ProfileJson.number(value);
            case "callFrame" -> Json.object(value, (inner, part) -> place(draft, inner, part));
            default -> place(draft, member, value);
        }
    }

    private static void place(Draft draft, String member, JsonParser value) {
        switch (member) {
            case "functionName" -> draft.name = Json.cut(Json.scalar(value));
            case "url" -> draft.url = Json.cut(Json.scalar(value));
            case "lineNumber" -> draft.line = ProfileJson.whole(value, -1);
            default -> value.skipChildren();
        }
    }

    private void keep(Draft draft) {
        int dense = dense(draft);
        if (draft.id != Long.MIN_VALUE && ids.id(dense) != draft.id && ids.find(draft.id) < 0) {
            // Its number came after its children: samples must find it by that number all the same.
            int alias = dense(draft.id);
            frames.set(alias, frame(draft));
            adopt(alias, draft.parent);
        }
        frames.set(dense, frame(draft));
        adopt(dense, draft.namedParent != Long.MIN_VALUE ? dense(draft.namedParent) : draft.parent);
        weights.add(draft.weight);
        described.add(dense);
    }

    private void adopt(int child, int parent) {
        if (parent == NONE) {
            return;
        }
        if (child == parent || parents.at(child) != NONE && parents.at(child) != parent) {
            odd++;
        } else {
            parents.set(child, parent);
        }
    }

    /// Names as the browser's tools write them. The root stands above all and is left out.
    private int frame(Draft draft) {
        if (draft.name.equals("(root)")) {
            return NONE;
        }
        boolean inner = draft.name.startsWith("(") && draft.url.isEmpty();
        String name = draft.name.isEmpty() ? "(anonymous)" : draft.name;
        String url = draft.url.matches("file:///[A-Za-z]:.*") ? draft.url.substring(8)
                : draft.url.startsWith("file://") ? draft.url.substring(7) : draft.url;
        String place = url.isEmpty() ? "" : " (" + url + (draft.line >= 0 ? ":" + (draft.line + 1) : "") + ")";
        boolean wasm = draft.url.startsWith("wasm");
        return profile.frames().code(name + place, inner || wasm || draft.url.isEmpty() && !draft.name.isEmpty() && draft.line < 0
                ? Stacks.Frame.NATIVE : Stacks.Frame.SCRIPT);
    }

    /// To be called when all nodes are known: puts them into the profile's tree, callers first. Nodes in a circle hang on no caller.
    void settle() {
        int n = frames.size();
        nodes = new int[n];
        byte[] state = new byte[n];
        Ints way = new Ints();
        for (int i = 0; i < n; i++) {
            way.cut(0);
            int at = i;
            while (at != NONE && state[at] == 0) {
                state[at] = 1;
                way.add(at);
                at = parents.at(at);
            }
            boolean circle = at != NONE && state[at] == 1;
            odd += circle ? 1 : 0;
            int node = at == NONE || circle ? StackTree.NONE : nodes[at];
            for (int k = way.size() - 1; k >= 0; k--) {
                int each = way.at(k);
                node = frames.at(each) == NONE ? node : profile.tree().child(node, frames.at(each));
                nodes[each] = node;
                state[each] = 2;
            }
        }
    }

    /// The stack of the node that the file numbers `id`; -2 when there is none, -1 for the root.
    int stack(double id) {
        int dense = Double.isNaN(id) ? -1 : ids.find((long) id);
        return dense < 0 || dense >= nodes.length ? -2 : nodes[dense];
    }

    int size() {
        return described.size();
    }

    /// Weight of the `i`-th node described: hits or bytes.
    double weight(int i) {
        return weights.at(i);
    }

    /// Stack of the `i`-th node described.
    int stackOf(int i) {
        return nodes[described.index(i)];
    }

    /// How many links between nodes made no sense.
    long odd() {
        return odd;
    }
}
