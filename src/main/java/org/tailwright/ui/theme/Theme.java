package org.tailwright.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Role;

/// The two looks of the window: AtlantaFX' Primer beneath, our own roles on top. Charts take their colours from the same palette as
/// reports do.
public enum Theme {
    LIGHT(Palette.LIGHT, new PrimerLight().getUserAgentStylesheet()),
    DARK(Palette.DARK, new PrimerDark().getUserAgentStylesheet());

    private final Palette palette;
    private final String base;
    private final Map<Role, Color> colours = new EnumMap<>(Role.class);
    private final Map<Role, Color> texts = new EnumMap<>(Role.class);

    Theme(Palette palette, String base) {
        this.palette = palette;
        this.base = base;
        for (Role role : Role.values()) {
            colours.put(role, Color.web(palette.hex(role), palette.opacity(role)));
            texts.put(role, Color.web(palette.text(role)));
        }
    }

    /// The dark or the light one.
    public static Theme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /// The palette of charts and reports.
    public Palette palette() {
        return palette;
    }

    /// Location of the base style sheet.
    public String base() {
        return base;
    }

    /// The colour of a role for fills and lines.
    public Color colour(Role role) {
        return Objects.requireNonNull(colours.get(role));
    }

    /// The colour of a role for text.
    public Color text(Role role) {
        return Objects.requireNonNull(texts.get(role));
    }
}
