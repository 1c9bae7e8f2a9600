package org.tailwright.ui.views;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tailwright.ui.Context;
import org.tailwright.ui.report.Kept;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;

/// The right pane of a view: parts one below the other. A part without content takes no room.
public final class Inspector extends VBox {
    private Inspector() {}

    /// These parts, in order.
    public static Inspector of(Node... parts) {
        Inspector inspector = new Inspector();
        inspector.getChildren().setAll(parts);
        return inspector;
    }

    /// A part that is filled now or later.
    public static VBox part(Node... content) {
        VBox box = new VBox();
        box.getStyleClass().add("inspector-part");
        fill(box, Arrays.asList(content));
        return box;
    }

    /// Puts other content into a part; nodes that only say something else stay.
    public static void fill(VBox part, List<? extends Node> content) {
        Kept.show(part, content);
        part.setVisible(!content.isEmpty());
        part.setManaged(!content.isEmpty());
    }

    /// A heading inside a part.
    public static Label heading(String words) {
        return Words.label(words, "heading");
    }

    /// Muted words inside a part, as many lines as they need.
    public static Label muted(String words) {
        Label label = Words.label(words, "muted");
        label.getStyleClass().add("small");
        return label;
    }

    /// A button that puts the answers of some analyses into the report, as they are now, or takes them out again.
    public static Button adding(Context context, String... analyses) {
        return adding(context, () -> "", analyses);
    }

    /// The same for a view that answers about another data set than the selected one.
    ///
    /// @param data name of that data set, empty for the selected one
    public static Button adding(Context context, Supplier<String> data, String... analyses) {
        Button button = Buttons.primary("Add to report", () -> toggle(context, data.get(), analyses));
        context.store().derive(session -> there(session, data.get(), analyses)).subscribe(there -> button.setText(there ? "Remove from report" : "Add to report"));
        return button;
    }

    private static boolean there(Session session, String data, String... analyses) {
        return Arrays.stream(analyses).allMatch(each -> session.questions().pinned().contains(pinned(session, data, each)));
    }

    /// What that button does.
    public static void toggle(Context context, String data, String... analyses) {
        Session session = context.store().session();
        boolean there = there(session, data, analyses);
        for (String each : analyses) {
            Questions.Pinned answer = pinned(session, data, each);
            Optional.of(answer).filter(one -> session.questions().pinned().contains(one) == there)
                    .ifPresent(one -> context.store().ask(now -> now.toggled(one)));
        }
    }

    private static Questions.Pinned pinned(Session session, String data, String analysis) {
        Place place = data.isEmpty() ? session.place() : session.place().of(data);
        return new Questions.Pinned(analysis, place.asking(analysis), session.questions().typed(analysis), session.selection());
    }
}
