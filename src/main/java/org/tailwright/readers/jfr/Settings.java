package org.tailwright.readers.jfr;

/// Takes the settings that a recording was made with from the rows of their events.
final class Settings {
    static final String TYPE = "jdk.ActiveSetting";

    private Settings() {}

    /// Gives the settings of a chunk to `into`. Those of an event type begin with its name.
    ///
    /// @param from first row of the chunk
    static void take(TypeRows rows, int from, Described described, Collector into) {
        if (rows.of("name") instanceof Words names && rows.of("value") instanceof Words values && rows.of("id") instanceof Cells.Whole ids) {
            String[] allNames = names.texts(from, rows.size());
            String[] allValues = values.texts(from, rows.size());
            for (int i = 0; i < allNames.length; i++) {
                Described.Type about = described.types().get(ids.at(from + i));
                into.setting(about == null ? allNames[i] : Fields.type(about.name()) + "#" + allNames[i], allValues[i]);
            }
        }
    }
}
