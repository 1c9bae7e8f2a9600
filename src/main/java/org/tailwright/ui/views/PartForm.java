package org.tailwright.ui.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.ui.Context;
import org.tailwright.ui.forms.FormPane;

/// A settings pane for some of the fields of an analysis; the others keep what was typed elsewhere.
public final class PartForm {
    private PartForm() {}

    /// @param ids the fields to show, in this order
    public static FormPane of(Context context, Analysis<?, ?> analysis, List<String> ids) {
        List<Field<?>> fields = ids.stream().<Field<?>>map(id -> analysis.form().fields().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(analysis.id() + " has no field " + id))).toList();
        Map<String, String> typed = context.store().session().questions().typed(analysis.id()).entrySet().stream()
                .filter(each -> ids.contains(each.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new FormPane(new Form<>(fields, Form.Values::typed), typed, changed -> context.store().ask(now -> {
            Map<String, String> all = new HashMap<>(now.typed(analysis.id()));
            all.keySet().removeAll(ids);
            all.putAll(changed);
            return now.with(analysis.id(), all);
        }));
    }
}
