package org.tailwright.readers.jfr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which event types and which of their fields matter.
final class Fields {
    private static final String OLD = "com.oracle.jdk.";
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("jdk.GarbageCollection", "name"), Map.entry("jdk.GCPhasePause", "name"), Map.entry("jdk.JavaMonitorEnter", "monitorClass"),
            Map.entry("jdk.JavaMonitorWait", "monitorClass"), Map.entry("jdk.JavaMonitorInflate", "monitorClass"),
            Map.entry("jdk.ThreadPark", "parkedClass"), Map.entry("jdk.SocketRead", "host"), Map.entry("jdk.SocketWrite", "host"),
            Map.entry("jdk.SocketConnect", "host"), Map.entry("jdk.FileRead", "path"), Map.entry("jdk.FileWrite", "path"),
            Map.entry("jdk.FileForce", "path"), Map.entry("jdk.Compilation", "method"), Map.entry("jdk.ClassLoad", "loadedClass"),
            Map.entry("jdk.ClassDefine", "definedClass"), Map.entry("jdk.ExecuteVMOperation", "operation"),
            Map.entry("jdk.VirtualThreadPinned", "blockingOperation"), Map.entry("jdk.MethodTrace", "method"),
            Map.entry("jdk.JavaExceptionThrow", "thrownClass"), Map.entry("jdk.JavaErrorThrow", "thrownClass"),
            Map.entry("jdk.ThreadStart", "thread"), Map.entry("jdk.ThreadEnd", "thread"), Map.entry("datadog.QueueTime", "task"));
    private static final List<String> GUESSES = List.of("label", "path", "name", "operation", "operationName", "endpoint", "url", "uri", "method", "cause", "host");
    private static final Set<String> OWN = Set.of("startTime", "duration", "eventThread", "sampledThread", "stackTrace", "javaThreadId",
            "spanId", "localRootSpanId");

    /// Types without a length of their own (some have the field nevertheless) that are kept: gauges, and moments of interest.
    private static final Set<String> MOMENTS = Set.of("jdk.CPULoad", "jdk.ThreadCPULoad", "jdk.ThreadContextSwitchRate", "jdk.NetworkUtilization",
            "jdk.GCHeapSummary", "jdk.GCHeapMemoryUsage", "jdk.GCHeapMemoryPoolUsage", "jdk.G1HeapSummary", "jdk.PSHeapSummary",
            "jdk.MetaspaceSummary", "jdk.PhysicalMemory", "jdk.SwapSpace", "jdk.ResidentSetSize", "jdk.NativeMemoryUsage", "jdk.NativeMemoryUsageTotal",
            "jdk.DirectBufferStatistics", "jdk.JavaThreadStatistics", "jdk.ThreadStart", "jdk.ThreadEnd", "jdk.ThreadAllocationStatistics",
            "jdk.ClassLoadingStatistics", "jdk.CompilerStatistics", "jdk.CodeCacheStatistics", "jdk.CodeCacheFull", "jdk.ExceptionStatistics",
            "jdk.JavaExceptionThrow", "jdk.JavaErrorThrow", "jdk.GCConfiguration", "jdk.GCCPUTime", "jdk.G1MMU", "jdk.G1AdaptiveIHOP",
            "jdk.G1BasicIHOP", "jdk.EvacuationInformation", "jdk.EvacuationFailed", "jdk.PromotionFailed", "jdk.ConcurrentModeFailure",
            "jdk.AllocationRequiringGC", "jdk.ObjectCountAfterGC", "jdk.ZAllocationStall", "jdk.ContainerConfiguration", "jdk.ContainerCPUUsage",
            "jdk.ContainerCPUThrottling", "jdk.ContainerMemoryUsage", "jdk.ContainerIOUsage", "jdk.MethodTiming", "jdk.CPUTimeSamplesLost",
            "jdk.VirtualThreadStart", "jdk.VirtualThreadEnd", "jdk.VirtualThreadSubmitFailed", "jdk.DataLoss", "jdk.Shutdown",
            "datadog.HeapUsage", "datadog.WallClockSamplingEpoch", "profiler.ProcessSample");

    /// What the recorder says about itself and the process, in any number and at times that say nothing: left out of a recording's span.
    /// Samples of objects still alive
    /// bear the time at which the objects were made.
    private static final Set<String> STATEMENTS = Set.of("jdk.ActiveRecording", "jdk.ActiveSetting", "jdk.Flush", "jdk.DumpReason",
            "jdk.JVMInformation", "jdk.OSInformation", "jdk.CPUInformation", "jdk.CPUTimeStampCounter", "jdk.VirtualizationInformation",
            "jdk.InitialSystemProperty", "jdk.InitialEnvironmentVariable", "jdk.InitialSecurityProperty", "jdk.NativeLibrary", "jdk.JavaAgent",
            "jdk.NativeAgent", "jdk.ModuleRequire", "jdk.ModuleExport", "jdk.BooleanFlag", "jdk.IntFlag", "jdk.UnsignedIntFlag", "jdk.LongFlag",
            "jdk.UnsignedLongFlag", "jdk.DoubleFlag", "jdk.StringFlag", "jdk.OldObjectSample", "datadog.HeapLiveObject", "profiler.LiveObject", "jdk.SystemProcess", "jdk.CompilerConfiguration",
            "jdk.CodeCacheConfiguration", "jdk.GCTLABConfiguration", "jdk.GCSurvivorConfiguration", "jdk.GCHeapConfiguration",
            "jdk.YoungGenerationConfiguration", "datadog.ProfilerSetting", "datadog.DatadogProfilerConfig", "profiler.Log");

    private Fields() {}

    /// A type's name as JDK 11 and later write it.
    static String type(String name) {
        return name.startsWith(OLD) ? "jdk." + name.substring(OLD.length()).replace('/', '.') : name;
    }

    /// Whether the events of a type take time.
    static boolean lasting(String name, boolean duration) {
        return duration && !MOMENTS.contains(name) && !STATEMENTS.contains(name);
    }

    /// Whether a type becomes a table.
    static boolean kept(String name, boolean duration) {
        return MOMENTS.contains(name) || name.equals(Settings.TYPE) || lasting(name, duration);
    }

    /// Whether a type only says something about recorder or process.
    static boolean statement(String name) {
        return STATEMENTS.contains(name);
    }

    /// Whether the events of a type that have stacks are samples of where time or memory goes.
    static boolean sampled(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return switch (last) {
            case "ObjectSample", "LiveObject", "HeapLiveObject", "Malloc", "JavaMonitorEnter", "ThreadPark", "NativeLock", "MethodTrace", "ProfiledMethod" -> true;
            default -> last.endsWith("ExecutionSample") || last.endsWith("MethodSample") || last.endsWith("CPUTimeSample")
                    || last.endsWith("WallClockSample") || last.startsWith("ObjectAllocation");
        };
    }

    /// The field that says best what an event was about, or null.
    static @Nullable String label(Described described, Described.Type type) {
        String known = LABELS.get(type(type.name()));
        return known != null && type.has(known) ? known : label(type(type.name()), type.fields().stream()
                .filter(each -> described.kind(each).equals("java.lang.String") && !each.array()).map(Described.Field::name).toList());
    }

    /// The same, of a type's fields that are texts.
    static @Nullable String label(String type, List<String> texts) {
        String known = LABELS.get(type);
        return known != null && texts.contains(known) ? known
                : GUESSES.stream().filter(texts::contains).findFirst().orElse(texts.isEmpty() ? null : texts.getFirst());
    }

    /// Whether a field becomes a column of its own.
    static boolean kept(Described.Field field) {
        return !OWN.contains(field.name()) && !field.array() && !field.noted("jdk.jfr.MemoryAddress") && !field.noted("jdk.jfr.Timestamp");
    }
}
