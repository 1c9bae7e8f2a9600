package org.tailwright.readers.jfr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/// Which fields of an event type matter, and how their values are written.
final class Fields {
    private static final String OLD = "com.oracle.jdk.";
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("jdk.GarbageCollection", "name"), Map.entry("jdk.GCPhasePause", "name"), Map.entry("jdk.JavaMonitorEnter", "monitorClass"),
            Map.entry("jdk.JavaMonitorWait", "monitorClass"), Map.entry("jdk.JavaMonitorInflate", "monitorClass"),
            Map.entry("jdk.ThreadPark", "parkedClass"), Map.entry("jdk.SocketRead", "host"), Map.entry("jdk.SocketWrite", "host"),
            Map.entry("jdk.SocketConnect", "host"), Map.entry("jdk.FileRead", "path"), Map.entry("jdk.FileWrite", "path"),
            Map.entry("jdk.FileForce", "path"), Map.entry("jdk.Compilation", "method"), Map.entry("jdk.ClassLoad", "loadedClass"),
            Map.entry("jdk.ClassDefine", "definedClass"), Map.entry("jdk.ExecuteVMOperation", "operation"),
            Map.entry("jdk.VirtualThreadPinned", "blockingOperation"));
    private static final List<String> GUESSES = List.of("label", "path", "name", "operation", "operationName", "endpoint", "url", "uri", "method", "cause", "host");
    private static final Set<String> OWN = Set.of("startTime", "duration", "eventThread", "sampledThread", "stackTrace", "address", "javaThreadId",
            "spanId", "localRootSpanId");

    private Fields() {}

    /// A type's name as JDK 11 and later write it.
    static String type(String name) {
        return name.startsWith(OLD) ? "jdk." + name.substring(OLD.length()).replace('/', '.') : name;
    }

    /// The field that says best what an event was about, or null.
    static @Nullable String label(EventType type) {
        String known = LABELS.get(type(type.getName()));
        if (known != null && type.getField(known) != null) {
            return known;
        }
        for (String each : GUESSES) {
            ValueDescriptor field = type.getField(each);
            if (field != null && field.getTypeName().equals("java.lang.String")) {
                return each;
            }
        }
        return type.getFields().stream().filter(each -> each.getTypeName().equals("java.lang.String")).map(ValueDescriptor::getName).findFirst()
                .orElse(null);
    }

    /// Whether a field becomes a column of its own.
    static boolean kept(ValueDescriptor field) {
        return !OWN.contains(field.getName()) && !field.isArray();
    }

    /// A thread's name; virtual threads often have none.
    static String thread(RecordedThread thread) {
        String name = thread.getJavaName();
        if (name == null || name.isEmpty()) {
            name = thread.isVirtual() ? "virtual thread" : thread.getOSName();
        }
        return name == null || name.isEmpty() ? "thread " + thread.getId() : name;
    }

    /// `class.method` of a frame or a field.
    static String method(@Nullable RecordedMethod method) {
        if (method == null) {
            return "unknown";
        }
        RecordedClass owner = method.getType();
        String name = method.getName() == null ? "unknown" : method.getName();
        return owner == null || owner.getName() == null || owner.getName().isEmpty() ? name : owner.getName() + "." + name;
    }

    /// A value as a text, null for none.
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case RecordedClass type -> type.getName();
            case RecordedMethod method -> method(method);
            case RecordedThread thread -> thread(thread);
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> null;
        };
    }
}
