package org.tailwright.data;

/// Collects identifiers of one kind, each once, and gives them codes in order of first use. Parts of a file that were read on several
/// threads have dictionaries of their own, which are then joined.
public sealed interface Ids permits HexIds.Builder, Utf8Pool.Builder {
    /// How many there are.
    int size();

    /// Adds all of these to `whole`, which is of the same kind, and says which code each has there.
    ///
    /// @return index: code here; value: code in `whole`
    int[] into(Ids whole);

    /// An empty dictionary of the same kind.
    Ids fresh();

    /// What was collected; this is spent.
    Texts.Store store();

    /// Adds all of these to `whole`, which is of the same kind, without looking which of them it has already: many parts are joined so, and
    /// then settled at once. Between the two `whole` may hold an id under several codes.
    ///
    /// @return index: code here; value: code in `whole`
    default int[] onto(Ids whole) {
        return into(whole);
    }

    /// Gives every id one code after [#onto].
    ///
    /// @return index: code before; value: code now, in order of first use; empty when nothing changed
    default int[] settle() {
        return new int[0];
    }
}
