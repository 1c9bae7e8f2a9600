package org.tailwright.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Keeps the widths of the side panes when parts come and go and when the window grows: the middle takes what is left. Where somebody drags a
/// divider it stays; until then the sides are a little narrower in a narrow window.
final class SideWidths {
    private static final double LEFT = 214;
    private static final double RIGHT = 286;
    private static final String LEFT_NAME = "data";
    private static final String RIGHT_NAME = "inspector";
    private static final double NARROW = 1150;
    private static final double SHRUNK = 0.86;

    private final SplitPane panes;
    private final Region left;
    private final Region right;
    private double leftWidth;
    private double rightWidth;

    SideWidths(SplitPane panes, Region left, Region right, Arrangement before) {
        this.leftWidth = before.side(LEFT_NAME);
        this.rightWidth = before.side(RIGHT_NAME);
        this.panes = panes;
        this.left = left;
        this.right = right;
        left.setMinWidth(150);
        right.setMinWidth(200);
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> drag());
        panes.widthProperty().subscribe(_ -> Platform.runLater(this::keep));
    }

    private void drag() {
        List<SplitPane.Divider> dividers = panes.getDividers();
        if (panes.getItems().contains(left) && !dividers.isEmpty()) {
            leftWidth = moved(left, leftWidth, LEFT);
            rightWidth = dividers.size() > 1 ? moved(right, rightWidth, RIGHT) : rightWidth;
        }
    }

    /// What a pane is wide now, if that is not what it was given.
    private double moved(Region pane, double before, double usual) {
        return Math.abs(pane.getWidth() - given(before, usual)) > 2 ? pane.getWidth() : before;
    }

    private double given(double chosen, double usual) {
        return !Double.isNaN(chosen) ? chosen : panes.getWidth() < NARROW ? usual * SHRUNK : usual;
    }

    /// What somebody dragged, by name.
    Map<String, Double> dragged() {
        Map<String, Double> all = new TreeMap<>(Map.of(LEFT_NAME, leftWidth, RIGHT_NAME, rightWidth));
        all.values().removeIf(each -> each.isNaN());
        return all;
    }

    /// Gives the side panes their widths.
    void keep() {
        double width = panes.getWidth();
        if (width > 0 && panes.getItems().contains(left)) {
            panes.setDividerPosition(0, given(leftWidth, LEFT) / width);
            if (panes.getDividers().size() > 1) {
                panes.setDividerPosition(1, 1 - given(rightWidth, RIGHT) / width);
            }
        }
    }
}
