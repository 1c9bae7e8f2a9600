package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.HexIds;
import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;

/// The spans of one part of a file, with dictionaries of their own, read by one thread.
public final class SpanBlock {
    /// A problem in this part.
    ///
    /// @param line line in this part, from 0; -1 when the line is not known
    /// @param message one sentence without a full stop
    public record Problem(long line, String message) {}

    private static final int KEPT = 100;

    final Ids traces;
    final Ids spans;
    final Utf8Pool.Builder texts = Utf8Pool.builder();
    final Attributes attributes = new Attributes();
    final SpanRows rows = new SpanRows();
    final OmittedSpans omitted = new OmittedSpans();
    final List<Problem> problems = new ArrayList<>();
    long problemCount;
    long skipped;
    long lines;
    private Sampling.@Nullable Role[] roles = new Sampling.Role[32];
    private int resourceStart;
    private Mark mark = new Mark(0, 0, 0, 0, 0, false);

    /// What [#undo] goes back to.
    private record Mark(int rows, long backwards, long skipped, long left, int omitted, boolean sampled) {}

    private SpanBlock(Ids traces, Ids spans) {
        this.traces = traces;
        this.spans = spans;
    }

    /// A block whose ids are hexadecimal.
    public static SpanBlock ofHexIds() {
        return new SpanBlock(HexIds.of32(), HexIds.of16());
    }

    /// A block whose ids are any texts.
    public static SpanBlock ofTextIds() {
        return new SpanBlock(Utf8Pool.builder(), Utf8Pool.builder());
    }

    /// Trace ids.
    public Ids traces() {
        return traces;
    }

    /// Span ids and the ids of parents.
    public Ids spans() {
        return spans;
    }

    /// Names and values.
    public Utf8Pool.Builder texts() {
        return texts;
    }

    /// Number of spans.
    public int size() {
        return rows.size;
    }

    /// The code of an attribute's key, -1 when the part has too many keys.
    public int key(byte[] bytes, int from, int to) {
        return attributes.key(bytes, from, to);
    }

    /// The code of an attribute's key, -1 when the part has too many keys.
    public int key(String text) {
        return attributes.key(text);
    }

    /// What the attribute `key` says about sampling.
    public Sampling.Role role(int key) {
        if (key < 0) {
            return Sampling.Role.NONE;
        }
        if (key >= roles.length) {
            roles = Arrays.copyOf(roles, Math.max(key + 1, 2 * roles.length));
        }
        Sampling.Role known = roles[key];
        if (known == null) {
            known = Sampling.role(attributes.keys.text(key));
            roles[key] = known;
        }
        return known;
    }

    /// Remembers where the block stands. No problem may be noted before [#undo].
    public void mark() {
        mark = new Mark(rows.size, rows.backwards, skipped, attributes.left, omitted.size(), rows.sampled);
    }

    /// Goes back to [#mark]; texts and ids that were met since stay in the dictionaries, unused.
    public void undo() {
        attributes.truncate(mark.rows(), rows.size);
        attributes.left = mark.left();
        rows.truncate(mark.rows());
        rows.backwards = mark.backwards();
        rows.sampled = mark.sampled();
        skipped = mark.skipped();
        omitted.truncate(mark.omitted());
        resourceStart = mark.rows();
    }

    /// Whether `draft` can be kept.
    public static boolean complete(SpanDraft draft) {
        return draft.trace >= 0 && draft.span >= 0 && draft.started && draft.ended;
    }

    /// Keeps the span in `draft`, which is then empty. One without ids or times is left out, and `line` says where.
    public void add(SpanDraft draft, long line) {
        String lack = draft.trace < 0 || draft.span < 0 ? "a span without a readable trace id and span id is left out"
                : !draft.started || !draft.ended ? "a span without start and end time is left out" : "";
        if (lack.isEmpty()) {
            int row = rows.size;
            draft.weigh();
            rows.add(draft);
            for (int i = 0; i < draft.attributes; i++) {
                attributes.put(draft.keys[i], row, draft.values[i], false);
            }
        } else {
            if (draft.trace >= 0 && draft.span >= 0) {
                omitted.add(draft.trace, draft.span, draft.parent);
            }
            skipped++;
            problem(line, lack);
        }
        draft.clear();
    }

    /// Notes a problem.
    public void problem(long line, String message) {
        problemCount++;
        if (problems.size() < KEPT) {
            problems.add(new Problem(line, message));
        }
    }

    /// Notes a line that could not be read at all.
    public void lost(long line, String message) {
        skipped++;
        problem(line, message);
    }

    /// Says how many lines the part has.
    public void lines(long count) {
        lines = count;
    }

    /// A span that is already there belongs to `service` (-1 when unknown), and has these attributes where it has none of that name.
    public void belong(int row, int service, int[] keys, int[] values) {
        rows.service[row] = service;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                attributes.put(keys[i], row, values[i], true);
            }
        }
    }

    /// A new resource begins.
    public void beginResource() {
        resourceStart = rows.size;
    }

    /// The spans since [#beginResource] belong to `service`, and have these attributes where they have none of that name.
    public void endResource(int service, int[] keys, int[] values, int count) {
        Arrays.fill(rows.service, resourceStart, rows.size, service);
        for (int i = 0; i < count; i++) {
            for (int row = resourceStart; keys[i] >= 0 && row < rows.size; row++) {
                attributes.put(keys[i], row, values[i], true);
            }
        }
        resourceStart = rows.size;
    }
}
