package org.tailwright.data;

import java.nio.charset.StandardCharsets;

/// Many distinct texts, kept as UTF-8 in one array: text i is `bytes[ends[i - 1]]` to `bytes[ends[i]]`. For columns with so many distinct
/// texts that one object each would weigh more than the texts.
public record TextPool(byte[] bytes, int[] ends) implements Texts.Store {
    /// Up to this many distinct texts are better kept as a [Texts.Dictionary].
    public static final int FEW = 65_536;

    /// The store that fits the number of texts.
    public static Texts.Store of(byte[] bytes, int[] ends) {
        TextPool pool = new TextPool(bytes, ends);
        if (ends.length > FEW) {
            return pool;
        }
        String[] texts = new String[ends.length];
        for (int code = 0; code < texts.length; code++) {
            texts[code] = pool.text(code);
        }
        return new Texts.Dictionary(texts);
    }

    @Override
    public int codes() {
        return ends.length;
    }

    @Override
    public String text(int code) {
        int from = code == 0 ? 0 : ends[code - 1];
        return new String(bytes, from, ends[code] - from, StandardCharsets.UTF_8);
    }
}
