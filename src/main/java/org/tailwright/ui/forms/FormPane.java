package org.tailwright.ui.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;

/// The settings pane of a form: a control, its help and, where the value does not fit, the reason below it. A change that fits is
/// handed on; one that does not stays in the field.
public final class FormPane extends VBox {
    private final Form<?> form;
    private final Consumer<Map<String, String>> changed;
    private final Map<String, FieldRow> rows = new LinkedHashMap<>();
    private Map<String, String> typed;

    /// @param typed values that differ from the defaults
    /// @param changed gets all values that differ from the defaults, whenever they fit
    public FormPane(Form<?> form, Map<String, String> typed, Consumer<Map<String, String>> changed) {
        this.form = form;
        this.typed = Map.copyOf(typed);
        this.changed = changed;
        getStyleClass().add("form");
        for (Field<?> field : form.fields()) {
            FieldRow row = new FieldRow(field, typed.getOrDefault(field.id(), field.initial()), text -> change(field, text));
            rows.put(field.id(), row);
            getChildren().add(row);
        }
    }

    private void change(Field<?> field, String text) {
        FieldRow row = rows.get(field.id());
        if (row == null) {
            return;
        }
        Map<String, String> next = new LinkedHashMap<>(typed);
        next.put(field.id(), text);
        form.fields().stream().filter(each -> each.initial().equals(next.get(each.id()))).forEach(each -> next.remove(each.id()));
        String wrong = wrong(field, text, next);
        row.complain(wrong);
        if (wrong == null && !next.equals(typed)) {
            typed = Map.copyOf(next);
            changed.accept(typed);
        }
    }

    private @Nullable String wrong(Field<?> field, String text, Map<String, String> next) {
        try {
            Object value = field.parser().apply(text);
            return value == null || form.parse(next) == null ? "this value does not fit" : null;
        } catch (IllegalArgumentException e) {
            return words(String.valueOf(e.getMessage()), field);
        }
    }

    /// The sentence as it fits beside a control: it names an option of the command line.
    private static String words(String sentence, Field<?> field) {
        return sentence.replace("--" + field.id(), FieldRow.title(field));
    }
}
