package org.tailwright.ui.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import org.tailwright.charts.Role;

/// The style sheets of a window.
public final class Sheets {
    private Sheets() {}

    /// Dresses a window in a theme.
    public static void dress(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(theme.base());
        scene.getStylesheets().setAll(List.of(sheet(theme == Theme.DARK ? "tailwright-dark.css" : "tailwright-light.css"), sheet("tailwright.css")));
        scene.setFill(theme.colour(Role.SURFACE));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Sheets.class.getResource(name), name).toExternalForm();
    }
}
