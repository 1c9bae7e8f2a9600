package org.tailwright.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.ui.commands.Command;
import org.tailwright.ui.commands.KeysSheet;
import org.tailwright.ui.commands.Overlays;
import org.tailwright.ui.commands.Palette;
import org.tailwright.ui.preferences.Preferences;
import org.tailwright.ui.preferences.PreferencesSheet;
import org.tailwright.ui.shell.Banners;
import org.tailwright.ui.mapping.MappingDialogs;
import org.tailwright.ui.shell.ClockSheet;
import org.tailwright.ui.shell.DataTree;
import org.tailwright.ui.shell.OverviewStrip;
import org.tailwright.ui.shell.StatusBar;
import org.tailwright.ui.shell.TabStrip;
import org.tailwright.ui.shell.TopBar;
import org.tailwright.ui.start.StartPage;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.document.Document;
import org.tailwright.ui.state.Session;
import org.tailwright.workspace.investigation.Disk;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;
import org.tailwright.ui.views.Views;

/// Puts the parts of the window together and shows the view of the session's place.
public final class Shell {
    private final Context context;
    private final Overlays overlays = new Overlays();
    private final Map<String, Screen> screens = new HashMap<>();
    private final StackPane content = new StackPane();
    private final ScrollPane inspector = scroll("inspector");
    private final ScrollPane side = scroll("side-scroll");
    private final SplitPane panes = new SplitPane();
    private final SideWidths widths;
    private final Arrangement arrangement;
    private final VBox middle;
    private final StackPane root = new StackPane();
    private List<Command> commands = List.of();
    private final StartPage start;
    private final Document document;

    /// @param pointer knows the chart below the pointer
    /// @param arrangement how the window was left
    Shell(Context context, Pointer pointer, Arrangement arrangement, Runnable fullScreen, Runnable quit) {
        this.context = context;
        this.arrangement = arrangement;
        this.widths = new SideWidths(panes, side, inspector, arrangement);
        this.document = new Document(context, Disk.REAL);
        Actions actions = new Actions(context,
                new Actions.Hooks(pointer, this::find, this::keys, () -> SavedSheet.show(context, overlays), this::closeOverlay, document, fullScreen, quit));
        List<Command> all = new ArrayList<>(actions.all());
        all.add(Command.of(Command.Group.EDIT, "Clocks of the data sets…", "", () -> ClockSheet.show(overlays, context))
                .when(context.store().derive(session -> !session.clocks().isEmpty())));
        all.add(Command.of(Command.Group.EDIT, "Preferences…", "Shortcut+Comma", () -> PreferencesSheet.show(overlays, context.preferred())));
        TopBar top = new TopBar(context.store(), this::find);
        context.preferred().property().map(Preferences::keys).subscribe(keys -> {
            commands = all.stream().map(keys::on).toList();
            top.menus(commands);
        });
        context.preferred().property().subscribe((before, wanted) -> context.store().update(now -> wanted.applied(before, now, Platform.getPreferences().getColorScheme() == ColorScheme.DARK)));
        this.start = new StartPage(context, document, actions::open);
        content.getStyleClass().add("content");
        content.setMinSize(200, 100);
        VBox.setVgrow(content, Priority.ALWAYS);
        middle = new VBox(new TabStrip(context.store()), content);
        side.setContent(new DataTree(context.store(), context.library()));
        BorderPane frame = new BorderPane(panes);
        frame.setTop(new VBox(top, new Banners(context.jobs(), context.dialogs())));
        frame.setBottom(new VBox(new OverviewStrip(context), new StatusBar(context)));
        root.getChildren().addAll(frame, overlays.node());
        context.library().asking(new MappingDialogs(overlays, context.library(), context.jobs(), context.dialogs(),
                () -> context.store().session().look().zone())::ask);
        context.library().investigations(document::open);
        Dropping.install(root, context.library());
        context.store().derive(session -> List.of(session.place().view(), Views.fitting(session.open()), session.look().inspector()))
                .subscribe(_ -> show());
    }

    /// The root node of the window.
    public StackPane root() {
        return root;
    }

    /// The open investigation as a file.
    public Document document() {
        return document;
    }

    /// All commands.
    public List<Command> commands() {
        return commands;
    }

    /// Whether something lies above the window.
    public boolean covered() {
        return overlays.isOpen();
    }

    private void show() {
        Session session = context.store().session();
        Optional<View> view = session.place().view().equals(Place.START.view()) ? Optional.empty()
                : Views.find(session.place().view()).filter(each -> each.fits(session.open()))
                        .or(() -> Views.opening(session.open()));
        if (view.isEmpty()) {
            arrange(List.of(start));
            return;
        }
        Screen screen = screens.computeIfAbsent(view.get().id(), _ -> view.get().create(context));
        if (!content.getChildren().equals(List.of(screen.content()))) {
            content.getChildren().setAll(screen.content());
        }
        arrangement.restore(view.get().id(), screen.content());
        inspector.setContent(screen.inspector());
        boolean inspects = screen.inspects() && session.look().inspector();
        arrange(inspects ? List.of(side, middle, inspector) : List.of(side, middle));
    }

    private void arrange(List<? extends Region> parts) {
        if (!panes.getItems().equals(parts)) {
            panes.getItems().setAll(parts);
            widths.keep();
        }
    }

    private void find() {
        new Palette(overlays, () -> Finder.entries(context, commands)).open();
    }

    private void keys() {
        KeysSheet.show(overlays, commands);
    }

    private boolean closeOverlay() {
        boolean open = overlays.isOpen();
        overlays.close();
        return open;
    }

    private static ScrollPane scroll(String style) {
        ScrollPane pane = new ScrollPane();
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add(style);
        return pane;
    }

    /// The nodes of the views that were shown, by their id.
    Map<String, Node> shown() {
        Map<String, Node> all = new TreeMap<>();
        screens.forEach((id, screen) -> all.put(id, screen.content()));
        return all;
    }

    /// The widths that side panes were dragged to, by name.
    Map<String, Double> sides() {
        return widths.dragged();
    }
}
