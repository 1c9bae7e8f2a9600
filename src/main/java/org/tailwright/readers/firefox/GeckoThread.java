package org.tailwright.readers.firefox;

import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;

/// A thread while it is read.
final class GeckoThread {
    private final Tables tables = new Tables();
    private String name = "";
    private String processName = "";
    private String processType = "";
    private String pid = "";

    /// Reads the thread on which the parser stands.
    static GeckoThread read(JsonParser parser) {
        GeckoThread thread = new GeckoThread();
        Json.object(parser, thread::member);
        return thread;
    }

    private void member(String member, JsonParser value) {
        switch (member) {
            case "name" -> name = Json.cut(Json.scalar(value));
            case "processName" -> processName = Json.cut(Json.scalar(value));
            case "processType" -> processType = Json.cut(Json.scalar(value));
            case "pid" -> pid = Json.cut(Json.scalar(value));
            default -> {
                if (!tables.member(member, value)) {
                    value.skipChildren();
                }
            }
        }
    }

    Tables tables() {
        return tables;
    }

    /// What people call it: "GeckoMain (tab 4711)".
    String words() {
        String process = processName.isEmpty() ? processType.equals("default") ? "" : processType : processName;
        String where = (process + " " + pid).strip();
        return (name.isEmpty() ? "thread" : name) + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
