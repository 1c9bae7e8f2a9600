package org.tailwright.ui.views.simulation;

import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.tailwright.analyses.Form;
import org.tailwright.ui.Context;
import org.tailwright.ui.forms.FormPane;
import org.tailwright.ui.views.Inspector;

/// The parameters of a simulation as a form. It is made anew only when they were changed elsewhere, so that typing is not disturbed.
final class Assumed {
    private final VBox part = Inspector.part();
    private final Context context;
    private final Form<?> form;
    private final String id;
    private Map<String, String> shown = Map.of("nothing", "yet");

    /// @param id of the analysis, under which the parameters are kept
    Assumed(Context context, Form<?> form, String id) {
        this.context = context;
        this.form = form;
        this.id = id;
    }

    VBox part() {
        return part;
    }

    void show(Map<String, String> typed) {
        if (!typed.equals(shown)) {
            shown = typed;
            FormPane pane = new FormPane(form, typed, changed -> {
                shown = changed;
                context.store().ask(now -> now.with(id, changed));
            });
            Inspector.fill(part, List.of(Inspector.heading("Assumptions"), pane));
        }
    }
}
