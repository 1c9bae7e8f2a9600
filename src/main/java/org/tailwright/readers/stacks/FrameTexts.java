package org.tailwright.readers.stacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Stacks;
import org.tailwright.data.Texts;

/// Frames by number. Frames of different kinds are different frames, even with the same text.
public final class FrameTexts {
    private static final int LONGEST = 4096;

    private final List<Map<String, Integer>> known = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private byte[] kinds = new byte[64];

    public FrameTexts() {
        for (int i = 0; i < Stacks.Frame.values().length; i++) {
            known.add(new HashMap<>());
        }
    }

    /// The number of a frame, new when it was not seen before. Blank texts stand for a frame without a name.
    public int code(String text, Stacks.Frame kind) {
        Integer found = known.get(kind.ordinal()).get(text);
        return found == null ? add(text, kind) : found;
    }

    private int add(String text, Stacks.Frame kind) {
        int code = append(text, kind);
        known.get(kind.ordinal()).put(text, code);
        return code;
    }

    /// Adds a frame without looking whether it is there: for files that number their frames themselves.
    public int append(String text, Stacks.Frame kind) {
        String kept = text.isBlank() ? "(anonymous)" : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        int code = texts.size();
        if (code == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * code);
        }
        kinds[code] = (byte) kind.ordinal();
        texts.add(kept);
        return code;
    }

    /// Number of frames.
    public int size() {
        return texts.size();
    }

    /// Text of a frame.
    public String text(int code) {
        return texts.get(code);
    }

    Texts.Dictionary dictionary() {
        return new Texts.Dictionary(texts.toArray(new String[0]));
    }

    byte[] kinds() {
        return Arrays.copyOf(kinds, texts.size());
    }
}
