package org.tailwright.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;

/// Where the user is, in words: data set, part, view.
final class Crumbs extends HBox {
    Crumbs(Store store) {
        getStyleClass().add("place");
        setMinWidth(0);
        store.derive(session -> session.place()).subscribe(this::show);
    }

    private void show(Place place) {
        getChildren().clear();
        if (!place.dataset().isEmpty() && !place.view().equals(Place.START.view())) {
            add(place.dataset(), "dataset");
            if (!place.part().isEmpty()) {
                add(place.part(), "dataset");
            }
        }
        add(Views.find(place.view()).map(View::title).orElse("Start"), "here");
        setAccessibleText("Place: " + place.dataset() + " " + place.view());
    }

    private void add(String words, String style) {
        if (!getChildren().isEmpty()) {
            Label divider = new Label("›");
            divider.getStyleClass().add("divider");
            divider.setMinWidth(USE_PREF_SIZE);
            getChildren().add(divider);
        }
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(style.equals("here") ? USE_PREF_SIZE : 30);
        getChildren().add(label);
    }
}
