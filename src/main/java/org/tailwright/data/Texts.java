package org.tailwright.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A column of texts, stored as codes into a store of distinct texts. Equal codes mean equal texts; the store decides how texts are kept
/// (a dictionary, a byte pool for many distinct texts, numbers for hexadecimal ids).
public final class Texts implements Column {
    /// How the distinct texts are kept.
    public interface Store {
        /// Number of codes; codes run from 0.
        int codes();

        /// The text of a code.
        String text(int code);
    }

    private static final int MISSING = -1;

    private final @Nullable Codes codes;
    private final int size;
    private final Store store;
    private final @Nullable Rows rows;

    private Texts(@Nullable Codes codes, int size, Store store, @Nullable Rows rows) {
        this.codes = codes;
        this.size = size;
        this.store = store;
        this.rows = rows;
    }

    /// A column whose row i holds the text of `codes[i]`; -1 is a missing value. The array must not be changed any more.
    public static Texts of(int[] codes, Store store) {
        return new Texts(Codes.of(codes, store.codes() - 1), codes.length, store, null);
    }

    /// A column of at most 255 codes, each one higher than it is, so that 0 is a missing value. The array must not be changed any more.
    public static Texts raised(byte[] codes, Store store) {
        return new Texts(Codes.of(codes), codes.length, store, null);
    }

    /// The same of at most 65,535 codes.
    public static Texts raised(char[] codes, Store store) {
        return new Texts(Codes.of(codes), codes.length, store, null);
    }

    /// A column whose row i holds code i: every row has a text of its own.
    public static Texts distinct(Store store) {
        return new Texts(null, store.codes(), store, null);
    }

    /// A single-use builder of codes into a store that is only known in the end.
    ///
    /// @param rows how many rows to make room for, all missing until they are set
    /// @param largest no code will be above it; only a guess where rows are added
    public static Coded coded(int rows, int largest) {
        return new Coded(rows, largest);
    }

    /// A single-use builder that keeps a dictionary.
    public static Builder builder() {
        return new Builder();
    }

    /// The text of a row; empty where it is missing.
    public String at(int row) {
        int code = code(row);
        return code == MISSING ? "" : store.text(code);
    }

    /// The code of a row, -1 where it is missing.
    public int code(int row) {
        int inner = rows == null ? row : rows.at(row);
        return codes == null ? inner : codes.at(inner);
    }

    /// Puts the codes of the first `n` of `which` rows into the beginning of `into`: many rows at once cost a fraction of as many calls of [#code].
    public void read(int[] which, int n, int[] into) {
        if (rows == null && codes != null) {
            codes.read(which, n, into);
        } else {
            for (int i = 0; i < n; i++) {
                into[i] = code(which[i]);
            }
        }
    }

    /// Puts those of the rows `from` to `to` − 1 that have a code, at least 0, into `into`, in order, and returns how many they are.
    int with(int code, int from, int to, int[] into) {
        if (rows == null && codes != null) {
            return codes.with(code, from, to, into);
        }
        int n = 0;
        for (int row = from; row < to; row++) {
            into[n] = row;
            n += code(row) == code ? 1 : 0;
        }
        return n;
    }

    /// Number of codes in use by the whole column, of which a selection may use fewer.
    public int codes() {
        return store.codes();
    }

    /// The text of a code.
    public String text(int code) {
        return store.text(code);
    }

    /// How the distinct texts are kept.
    public Store store() {
        return store;
    }

    /// Whether equal codes of both columns mean equal texts, as those of span and parent ids do.
    public boolean sharesCodes(Texts other) {
        return store == other.store;
    }

    /// The code of a text, -1 when no row can hold it. Linear in the number of codes.
    public int codeOf(String text) {
        for (int code = 0; code < store.codes(); code++) {
            if (store.text(code).equals(text)) {
                return code;
            }
        }
        return MISSING;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Unit unit() {
        return Unit.NONE;
    }

    @Override
    public boolean missing(int row) {
        return code(row) == MISSING;
    }

    @Override
    public Texts select(Rows wanted) {
        return new Texts(codes, wanted.size(), store, wanted.through(rows));
    }

    /// A dictionary of distinct texts.
    public record Dictionary(String[] texts) implements Store {
        public Dictionary {
            Objects.requireNonNull(texts);
        }

        @Override
        public int codes() {
            return texts.length;
        }

        @Override
        public String text(int code) {
            return texts[code];
        }
    }

    /// Collects codes of rows, in as few bytes as they need; used once.
    public static final class Coded {
        private final Codes codes;
        private int size;

        private Coded(int rows, int largest) {
            codes = Codes.room(rows, largest);
        }

        /// Sets the code of a row, -1 for missing; several threads may set different rows.
        public void set(int row, int code) {
            codes.set(row, code);
        }

        /// Adds the rows of a part whose codes mean `meant[code]`.
        ///
        /// @param n how many of `part` are added
        /// @param largest no meant code is above it
        public void addAll(int[] part, int n, int[] meant, int largest) {
            int wanted = Math.addExact(size, n);
            codes.reserve(wanted <= codes.capacity() ? wanted : Math.max(wanted, (int) Math.min(Integer.MAX_VALUE - 8, size * 3L / 2)), largest);
            codes.copy(size, part, n, meant);
            size = wanted;
        }

        /// Makes room for so many rows in all.
        public void reserve(int rows) {
            codes.reserve(rows, 0);
        }

        /// The column of the rows that were added; the builder is spent.
        public Texts build(Store store) {
            return new Texts(codes, size, store, null);
        }

        /// The column of the first `rows` rows, which were set; the builder is spent.
        public Texts build(Store store, int rows) {
            return new Texts(codes, rows, store, null);
        }
    }

    /// Collects texts into a dictionary; used once.
    public static final class Builder {
        private final Map<String, Integer> known = new HashMap<>();
        private int[] codes = new int[1024];
        private int size;

        private Builder() {}

        /// Adds a text; null is a missing value.
        public Builder add(@Nullable String text) {
            return addCode(text == null ? MISSING : code(text));
        }

        /// The code of a text, new when it was not seen before.
        public int code(String text) {
            Integer code = known.get(text);
            if (code == null) {
                code = known.size();
                known.put(text, code);
            }
            return code;
        }

        /// Adds a row with a code that [#code] gave, or -1.
        public Builder addCode(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, Math.addExact(size, size));
            }
            codes[size++] = code;
            return this;
        }

        /// Number of rows so far.
        public int size() {
            return size;
        }

        /// The column; the builder is spent.
        public Texts build() {
            String[] texts = new String[known.size()];
            known.forEach((text, code) -> texts[code] = text);
            int[] kept = Arrays.copyOf(codes, size);
            codes = new int[0];
            return of(kept, new Dictionary(texts));
        }
    }
}
