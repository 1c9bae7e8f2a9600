package org.tailwright.ui.views;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tailwright.data.Dataset;
import org.tailwright.ui.Context;

/// A tab of the window, as a value. Its folder holds a model (properties, no nodes) and a view (nodes), and declares this value as
/// `static final View VIEW`.
///
/// @param id name in places and on the command line, lower case
/// @param title what the tab says
/// @param fit whether it has something to show for these open data sets; a tab exists only then
/// @param maker makes the nodes, once for a window; the screen observes the store for as long as it is shown
public record View(String id, String title, Predicate<List<Dataset>> fit, Function<Context, Screen> maker) {
    /// Whether it has something to show.
    public boolean fits(List<Dataset> open) {
        return fit.test(open);
    }

    /// Its nodes.
    public Screen create(Context context) {
        return maker.apply(context);
    }

    /// Whether any of the data sets is of one of these kinds: the usual condition.
    public static Predicate<List<Dataset>> any(Dataset.Kind... kinds) {
        List<Dataset.Kind> wanted = List.of(kinds);
        return open -> open.stream().anyMatch(each -> wanted.contains(each.kind()));
    }
}
