package org.tailwright.readers.chrome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Threads and asynchronous tracks, and the names that metadata events give to processes and threads, before or after their events.
final class ChromeTracks {
    /// A track.
    ///
    /// @param process id of the process
    /// @param thread id of the thread; empty for an asynchronous track
    /// @param key category and id of an asynchronous track; empty for a thread
    private record Track(String process, String thread, String key) {}

    private record Thread(String process, String thread) {}

    private final Map<Track, Integer> numbers = new HashMap<>();
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, String> processNames = new HashMap<>();
    private final Map<Thread, String> threadNames = new HashMap<>();
    private @Nullable Track last;
    private int lastNumber;

    /// The number of a track.
    int number(String process, String thread, String key) {
        Track before = last;
        if (before != null && before.process.equals(process) && before.thread.equals(thread) && before.key.equals(key)) {
            return lastNumber;
        }
        Track track = new Track(process, thread, key);
        Integer number = numbers.putIfAbsent(track, tracks.size());
        if (number == null) {
            tracks.add(track);
        }
        last = track;
        lastNumber = number == null ? tracks.size() - 1 : number;
        return lastNumber;
    }

    int size() {
        return tracks.size();
    }

    void nameProcess(String process, String name) {
        processNames.put(process, name);
    }

    void nameThread(String process, String thread, String name) {
        threadNames.put(new Thread(process, thread), name);
    }

    /// Name of a track's process; with its id when others have the same name or it has none.
    String service(int number) {
        String process = tracks.get(number).process;
        String name = processNames.getOrDefault(process, "");
        if (name.isEmpty()) {
            return process.isEmpty() ? "" : "process " + process;
        }
        boolean unique = processNames.values().stream().filter(name::equals).count() == 1;
        return unique ? name : name + " (" + process + ")";
    }

    /// Name of a track's thread, or its id; empty for an asynchronous track.
    String thread(int number) {
        Track track = tracks.get(number);
        return track.thread.isEmpty() ? "" : threadNames.getOrDefault(new Thread(track.process, track.thread), "thread " + track.thread);
    }
}
