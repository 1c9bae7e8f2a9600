package org.tailwright.readers.jfr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Recordings of Oracle JDK 7 and 8, version 0.9 of the format: Mission Control's parser reads them into memory, and its events become the same
/// tables and samples as those of later recordings. Its names of types and fields are those of JDK 11.
final class OldRecording {
    /// Kept, so that it stays silent: its parser logs what it finds wrong.
    private static final Logger LOG = Logger.getLogger("org.openjdk.jmc");
    private static final String DAMAGED = "a recording of Oracle JDK 7 or 8 whose events cannot be read";
    private static final int HEADER = 16;
    private static final long PATIENCE = 50;
    private static final String START = "startTime";
    private static final String END = "(endTime)";

    private final Collector into;
    private final Work work;

    private OldRecording(Collector into, Work work) {
        this.into = into;
        this.work = work;
    }

    /// Looks whether the chunks are whole. What is cut off becomes a diagnostic.
    ///
    /// @throws UnreadableFile when not even the first chunk is whole
    static void whole(FileChannel file, Diagnostics diagnostics) throws IOException, UnreadableFile {
        long size = file.size();
        long at = 0;
        while (at < size) {
            ByteBuffer header = bytes(file, at, HEADER);
            long metadata = header.limit() < HEADER ? -1 : header.getLong(8);
            ByteBuffer length = metadata < HEADER || metadata > size - at ? ByteBuffer.allocate(0) : bytes(file, at + metadata, Integer.BYTES);
            long chunk = length.limit() < Integer.BYTES ? -1 : metadata + length.getInt(0);
            if (chunk < HEADER || chunk > size - at) {
                if (at == 0) {
                    throw new UnreadableFile("a recording of Oracle JDK 7 or 8 that is cut off in its first chunk", "byte 0", "take a fresh dump of the recording");
                }
                diagnostics.offset(Diagnostic.Severity.ERROR, at, "the chunk that begins here is cut off and is left out");
                return;
            }
            at += chunk;
        }
    }

    private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) {
            // a short read continues where it stopped
        }
        return bytes.flip();
    }

    /// Reads all events.
    static void read(InputStream file, Collector into, Work work) throws IOException, UnreadableFile {
        LOG.setLevel(Level.OFF);
        try {
            OldRecording reading = new OldRecording(into, work);
            for (IItemIterable each : loaded(file, work)) {
                work.check();
                reading.type(each);
            }
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new UnreadableFile("a recording of Oracle JDK 7 or 8 that is damaged, or too large for the memory there is", "",
                    "give the program more memory, or take a shorter recording");
        } catch (CouldNotLoadRecordingException | RuntimeException | StackOverflowError e) {
            throw new UnreadableFile(DAMAGED, "byte 0", "the file is damaged; a fresh dump of the recording may help");
        }
    }

    /// Mission Control's parser cannot be stopped: it works on a thread of its own, whose answer is no longer waited for.
    private static IItemCollection loaded(InputStream file, Work work) throws CouldNotLoadRecordingException, IOException {
        ExecutorService job = Pool.jobs();
        try {
            Future<IItemCollection> items = job.submit(() -> JfrLoaderToolkit.loadEvents(file));
            while (true) {
                try {
                    return items.get(PATIENCE, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    work.check();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CouldNotLoadRecordingException wrong -> throw wrong;
                case IOException wrong -> throw wrong;
                case Error wrong -> throw wrong;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            job.shutdownNow();
        }
    }

    /// One field of a type.
    private record Member(String name, IMemberAccessor<?, IItem> value, int column, Layout.Kind kind, IUnit unit) {
        @Nullable Object of(IItem item) {
            return value.getMember(item);
        }
    }

    private void type(IItemIterable items) {
        if (!items.hasItems()) {
            return;
        }
        IType<IItem> type = items.getType();
        String name = type.getIdentifier();
        IMemberAccessor<?, IItem> start = member(type, START);
        IMemberAccessor<?, IItem> end = member(type, END);
        boolean duration = start != null && end != null;
        List<Layout.Col> columns = new ArrayList<>();
        List<Member> members = members(items, name, duration, columns);
        Layout.Shape shape = new Layout.Shape(name, Fields.lasting(name, duration), columns);
        TypeRows rows = Fields.kept(name, duration) ? into.rows(shape) : null;
        boolean sampled = Fields.sampled(name) && member(type, "stackTrace") != null;
        long count = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (IItem item : items) {
            long over = time(end == null ? start : end, item);
            long began = start == null ? over : time(start, item);
            count++;
            first = Math.min(first, began);
            last = Math.max(last, over);
            if (name.equals(Settings.TYPE)) {
                setting(type, item);
            } else if (rows != null) {
                row(rows, members, item);
                rows.keep(began, over - began);
            }
            if (sampled) {
                sample(name, type, item, began, over - began);
            }
            if ((count & 0xfff) == 0) {
                work.check();
            }
        }
        into.counted(name, count, first, last);
    }

    private static long time(@Nullable IMemberAccessor<?, IItem> member, IItem item) {
        return member != null && member.getMember(item) instanceof IQuantity time ? time.clampedLongValueIn(UnitLookup.EPOCH_NS) : 0;
    }

    private static @Nullable IMemberAccessor<?, IItem> member(IType<IItem> type, String name) {
        for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
            if (key.getIdentifier().equals(name)) {
                return type.getAccessor(key);
            }
        }
        return null;
    }

    private static List<Member> members(IItemIterable items, String name, boolean duration, List<Layout.Col> columns) {
        IType<IItem> type = items.getType();
        String label = Fields.label(name, type.getAccessorKeys().keySet().stream().filter(each -> kind(each) == Layout.Kind.TEXT)
                .map(IAccessorKey::getIdentifier).filter(each -> !each.equals("eventThread")).sorted().toList());
        List<Member> members = new ArrayList<>();
        for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
            String field = key.getIdentifier();
            Layout.Kind kind = kind(key);
            boolean thread = field.equals("eventThread");
            if (kind == null || field.equals(START) || field.equals(END) || field.equals("stackTrace") || field.equals("duration")) {
                continue;
            }
            IMemberAccessor<?, IItem> value = Objects.requireNonNull(type.getAccessor(key));
            IUnit unit = unit(key);
            boolean plain = kind == Layout.Kind.WHOLE && unit != UnitLookup.NANOSECOND;
            Layout.Kind own = plain && (!Fields.lasting(name, duration) || fractions(items, value)) ? Layout.Kind.REAL : kind;
            String column = thread ? Requests.THREAD : field.equals(label) ? Requests.LABEL : Layout.column(field);
            members.add(new Member(field, value, columns.size(), own, unit));
            columns.add(new Layout.Col(column, own, unit == UnitLookup.BYTE ? Unit.BYTES : unit == UnitLookup.NANOSECOND ? Unit.DURATION
                    : unit == UnitLookup.PERCENT_UNITY ? Unit.RATIO : Unit.NONE));
        }
        return members;
    }

    private static boolean fractions(IItemIterable items, IMemberAccessor<?, IItem> value) {
        return items.stream().limit(100).anyMatch(each -> value.getMember(each) instanceof IQuantity number && number.numberValue() instanceof Double);
    }

    private static Layout.@Nullable Kind kind(IAccessorKey<?> key) {
        return switch (key.getContentType().getIdentifier()) {
            case "text", "boolean", "thread", "class", "method" -> Layout.Kind.TEXT;
            case "number", "memory", "timespan" -> Layout.Kind.WHOLE;
            case "percentage" -> Layout.Kind.REAL;
            default -> null;
        };
    }

    private static IUnit unit(IAccessorKey<?> key) {
        return switch (key.getContentType().getIdentifier()) {
            case "memory" -> UnitLookup.BYTE;
            case "timespan" -> UnitLookup.NANOSECOND;
            case "percentage" -> UnitLookup.PERCENT_UNITY;
            default -> UnitLookup.NUMBER_UNITY;
        };
    }

    private static void row(TypeRows rows, List<Member> members, IItem item) {
        int row = rows.begin();
        for (Member each : members) {
            Object value = each.of(item);
            switch (rows.cells(each.column())) {
                case Words words -> words.set(row, words.code(text(value)));
                case Cells.Real real -> real.set(row, value instanceof IQuantity number ? number.doubleValueIn(each.unit()) : Double.NaN);
                case Cells.Whole whole -> {
                    whole.set(row, value instanceof IQuantity number ? number.clampedLongValueIn(each.unit()) : 0);
                    if (!(value instanceof IQuantity)) {
                        whole.setMissing(row);
                    }
                }
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag.toString();
            case IMCThread thread -> thread.getThreadName();
            case IMCType type -> type.getFullName();
            case IMCMethod method -> method(method);
            default -> null;
        };
    }

    private static String method(@Nullable IMCMethod method) {
        if (method == null) {
            return "unknown";
        }
        String owner = text(method.getType());
        return owner == null || owner.isEmpty() ? String.valueOf(method.getMethodName()) : owner + "." + method.getMethodName();
    }

    private void setting(IType<IItem> type, IItem item) {
        IMemberAccessor<?, IItem> name = member(type, "name");
        IMemberAccessor<?, IItem> value = member(type, "value");
        IMemberAccessor<?, IItem> about = member(type, "settingFor");
        if (name != null && value != null && name.getMember(item) instanceof String key && value.getMember(item) instanceof String text) {
            Object of = about == null ? null : about.getMember(item);
            String whose = of instanceof org.openjdk.jmc.common.util.LabeledIdentifier found ? found.getInterfaceId() : null;
            into.setting(whose == null ? key : whose + "#" + key, text);
        }
    }

    private void sample(String name, IType<IItem> type, IItem item, long start, long length) {
        IMemberAccessor<?, IItem> stack = member(type, "stackTrace");
        IMemberAccessor<?, IItem> thread = member(type, "eventThread");
        IMemberAccessor<?, IItem> state = member(type, "state");
        int node = -1;
        if (stack != null && stack.getMember(item) instanceof IMCStackTrace trace) {
            List<? extends IMCFrame> frames = trace.getFrames();
            for (int i = frames.size() - 1; i >= 0; i--) {
                node = into.stacks.node(node, into.stacks.frame(method(frames.get(i).getMethod()), kind(frames.get(i).getType())));
            }
        }
        into.stacks.add(start, weight(name, type, item, length), node, into.stacks.thread(thread == null ? null : text(thread.getMember(item))),
                into.stacks.states().code(state == null ? null : text(state.getMember(item))), into.stacks.event(name));
    }

    private static double weight(String name, IType<IItem> type, IItem item, long length) {
        for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
            IMemberAccessor<?, IItem> value = type.getAccessor(key);
            if (Weights.step(name, key.getIdentifier()) == Layout.Step.WEIGHT && value.getMember(item) instanceof IQuantity number) {
                return number.doubleValueIn(unit(key));
            }
        }
        return length > 0 ? length : 1;
    }

    private static Stacks.Frame kind(IMCFrame.@Nullable Type type) {
        if (type == IMCFrame.Type.INTERPRETED) {
            return Stacks.Frame.INTERPRETED;
        }
        return type == IMCFrame.Type.JIT_COMPILED ? Stacks.Frame.COMPILED : type == IMCFrame.Type.INLINED ? Stacks.Frame.INLINED
                : type == IMCFrame.Type.NATIVE ? Stacks.Frame.NATIVE : Stacks.Frame.JAVA;
    }
}
