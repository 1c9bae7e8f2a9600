package org.tailwright.charts;

/// The bundled font, for shells that must register or embed it.
public final class Fonts {
    /// Its family name.
    public static final String FAMILY = "Tailwright Sans";

    private Fonts() {}

    /// The TrueType file of a weight.
    public static byte[] file(Weight weight) {
        return Resources.bytes(weight == Weight.REGULAR ? "font/TailwrightSans-Regular.ttf" : "font/TailwrightSans-SemiBold.ttf");
    }
}
