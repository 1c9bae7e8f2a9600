package org.tailwright.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The few icons of the window, as paths on a 16 × 16 grid.
public final class Icons {
    public static final String LOGO = "M8 1 L15 14 L1 14 Z M8 1 L8 14";
    static final String BACK = "M10 3 L5 8 L10 13";
    static final String FORWARD = "M6 3 L11 8 L6 13";
    static final String SEARCH = "M7 2.5 A4.5 4.5 0 1 1 6.99 2.5 Z M10.3 10.3 L14 14";
    static final String CLOSE = "M4 4 L12 12 M12 4 L4 12";
    static final String PANE = "M2 3 H14 V13 H2 Z M10 3 V13";
    private static final String HALF = "M8 2 A6 6 0 1 0 8 14 A6 6 0 1 0 8 2 Z";

    private Icons() {}

    /// An icon drawn with a line.
    public static Node line(String path) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon-line");
        return boxed(shape);
    }

    /// A filled icon.
    static Node filled(String path) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon");
        return boxed(shape);
    }

    /// The theme's switch: a circle, half of it filled.
    static Node theme() {
        SVGPath circle = new SVGPath();
        circle.setContent(HALF);
        circle.getStyleClass().add("icon-line");
        SVGPath half = new SVGPath();
        half.setContent("M8 2 A6 6 0 0 1 8 14 Z");
        half.getStyleClass().add("icon");
        half.setTranslateX(3);
        return boxed(circle, half);
    }

    /// The program's sign.
    public static Node logo() {
        SVGPath left = new SVGPath();
        left.setContent("M7 1 L7 14 L0.5 14 Z");
        left.getStyleClass().add("icon-accent");
        SVGPath right = new SVGPath();
        right.setContent("M8.5 1 L15 14 L8.5 14 Z");
        right.getStyleClass().add("icon-accent");
        right.setOpacity(0.55);
        StackPane box = boxed();
        left.setTranslateX(-4);
        right.setTranslateX(4);
        box.getChildren().addAll(left, right);
        return box;
    }

    private static StackPane boxed(Node... shapes) {
        StackPane box = new StackPane(shapes);
        box.setMinSize(16, 16);
        box.setPrefSize(16, 16);
        box.setMaxSize(16, 16);
        return box;
    }
}
