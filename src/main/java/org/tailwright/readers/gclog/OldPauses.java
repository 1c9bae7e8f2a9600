package org.tailwright.readers.gclog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands inside the brackets of an event of JDK 8 and earlier, without its nested brackets.
final class OldPauses {
    private static final Pattern TITLE = Pattern.compile("(?:Full )?GC(?:--)?(?: ?pause| ?remark| ?cleanup)?(?: ?\\((?:[^()]|\\([^()]*\\))*\\))*");
    private static final Pattern SECONDS = Pattern.compile(", ([0-9]+[.,][0-9]+) secs\\s*$");
    private static final Pattern OCCUPANCY = Pattern.compile("([0-9.,]+[BKMG])->([0-9.,]+[BKMG])(?:\\(([0-9.,]+[BKMG])\\))?");
    private static final Pattern MARKED = Pattern.compile("([0-9.]+[BKMG])\\(([0-9.]+[BKMG])\\), [0-9.,]+ secs\\s*$");
    private static final Pattern EDEN = Pattern.compile(
            "Eden: (\\S+?)\\(\\S+?\\)->(\\S+?)\\(\\S+?\\) Survivors: (\\S+?)->(\\S+?) Heap: (\\S+?)\\((\\S+?)\\)->(\\S+?)\\((\\S+?)\\)");

    /// A nested bracket.
    ///
    /// @param collector the collector that writes such brackets, empty when several do
    /// @param young whether it is about the young generation
    /// @param before bytes, or [Quantities#NONE]
    /// @param after bytes, or [Quantities#NONE]
    /// @param kind what it says about the pause around it, or empty
    record Part(String collector, boolean young, long before, long after, String kind) {}

    private static final Part OTHER = new Part("", false, Quantities.NONE, Quantities.NONE, "");
    private static final int TITLES = 1000;

    private final GcEvents events;
    private final Map<String, Title> titles = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Title> eldest) {
            return size() > TITLES;
        }
    };

    OldPauses(GcEvents events) {
        this.events = events;
    }

    /// Adds a pause that began at `time`; false when the text has no duration.
    ///
    /// @param inner kind of pause as a nested bracket named it, or empty
    boolean pause(String own, String inner, long time) {
        Matcher seconds = SECONDS.matcher(own);
        Matcher title = TITLE.matcher(own);
        if (!seconds.find() || !title.lookingAt()) {
            return false;
        }
        long duration = Quantities.scaled(own, seconds.start(1), seconds.end(1), 1_000_000_000L);
        if (duration == Quantities.NONE) {
            return false;
        }
        Title named = titles.computeIfAbsent(title.group(), OldPauses::spaced);
        String words = named.words();
        String label = inner.isEmpty() || words.contains("CMS") ? named.words() : named.words() + " (" + inner + ")";
        if (words.startsWith("GC pause") || words.startsWith("GC remark") || words.startsWith("GC cleanup")) {
            events.collector("G1");
        }
        events.pause(events.clock.start(time + duration, duration), duration, label, named.cause(), -1);
        occupancy(own);
        return true;
    }

    /// JDK 7 left out blanks: `GC pause (young)(initial-mark)`.
    private static Title spaced(String raw) {
        String words = raw.replaceAll("GC ?(pause|remark|cleanup)", "GC $1").replaceAll("(?<=[a-zA-Z)-])\\((?!\\))", " (").replace("  ", " ");
        return Title.of(words, 0, words.length());
    }

    private void occupancy(String own) {
        Matcher sizes = OCCUPANCY.matcher(own);
        boolean any = false;
        while (sizes.find()) {
            events.pauseHeap(size(own, sizes, 1), size(own, sizes, 2), size(own, sizes, 3));
            any = true;
        }
        Matcher marked = MARKED.matcher(own);
        if (!any && marked.find()) {
            long used = size(own, marked, 1);
            events.pauseHeap(used, used, size(own, marked, 2));
        }
    }

    private static long size(String text, Matcher match, int group) {
        return match.start(group) < 0 ? Quantities.NONE : Quantities.size(text, match.start(group), match.end(group));
    }

    /// What the generations of the last pause tell: the heap shrank by less than the young generation where objects were promoted.
    void generations(long youngBefore, long youngAfter, long oldAfter) {
        events.young(youngBefore, youngAfter);
        if (oldAfter != Quantities.NONE) {
            events.heap.old(oldAfter);
        }
    }

    /// G1 writes the heap around a pause after it: `Eden: 24.0M(24.0M)->0.0B(30.0M) Survivors: 0.0B->3072.0K Heap: 33.6M(256.0M)->13.9M(256.0M)`.
    void regions(String own) {
        Matcher match = EDEN.matcher(own);
        if (match.find() && events.pauses.size() > 0) {
            events.pauseHeap(size(own, match, 5), size(own, match, 7), size(own, match, 8));
            events.young(size(own, match, 1) + size(own, match, 3), size(own, match, 2) + size(own, match, 4));
        }
    }

    /// `GC concurrent-mark-end, 0.0136760 secs` or `CMS-concurrent-mark: 0.016/0.017 secs` (time of work, time on the clock), written at the end.
    void concurrent(String own, long time) {
        String text = own.strip();
        boolean cms = text.startsWith("CMS");
        events.collector(cms ? "CMS" : text.startsWith("GC") ? "G1" : "Shenandoah");
        if (text.startsWith("Concurrent ")) {
            shenandoah(own, time);
            return;
        }
        int stop = text.lastIndexOf(" secs");
        int slash = text.lastIndexOf(cms ? "/" : ", ");
        if (stop < 0 || slash < 0 || stop < slash) {
            return;
        }
        long duration = Quantities.scaled(text, slash + (cms ? 1 : 2), stop, 1_000_000_000L);
        if (duration != Quantities.NONE) {
            int colon = text.indexOf(':');
            String label = cms ? text.substring(0, colon < 0 ? slash : colon) : text.substring(0, slash).replaceAll("-end$", "");
            events.concurrent.add(events.clock.start(time, duration), duration, label, null, -1);
        }
    }

    /// Shenandoah's backport: `Pause Init Mark, 0.418 ms`, `Concurrent cleanup 321M->201M(8192M), 0.115 ms`, written at the end.
    void shenandoah(String own, long time) {
        int comma = own.lastIndexOf(", ");
        long duration = comma < 0 ? Quantities.NONE : Quantities.duration(own, comma + 2, own.stripTrailing().length());
        if (duration == Quantities.NONE) {
            return;
        }
        events.collector("Shenandoah");
        Matcher sizes = OCCUPANCY.matcher(own);
        boolean sized = sizes.find();
        String label = own.substring(0, sized ? sizes.start() : comma).strip();
        long start = events.clock.start(time, duration);
        if (!label.startsWith("Pause")) {
            events.concurrent.add(start, duration, label, null, -1);
            if (sized) {
                events.cycleHeap(start, start + duration, size(own, sizes, 1), size(own, sizes, 2), size(own, sizes, 3));
            }
            return;
        }
        events.pause(start, duration, label, Title.of(label, 0, label.length()).cause(), -1);
        if (sized) {
            events.pauseHeap(size(own, sizes, 1), size(own, sizes, 2), size(own, sizes, 3));
        }
    }

    /// Judges a nested bracket by its first word.
    static Part part(String own) {
        int end = 0;
        while (end < own.length() && (Character.isLetter(own.charAt(end)) || own.charAt(end) == '-')) {
            end++;
        }
        if (end > 0 && CollectorNames.byGeneration(own.substring(0, end)).isEmpty()) {
            return OTHER;
        }
        Matcher sizes = OCCUPANCY.matcher(own);
        boolean sized = sizes.find();
        long before = sized ? size(own, sizes, 1) : Quantities.NONE;
        long after = sized ? size(own, sizes, 2) : Quantities.NONE;
        return switch (own.substring(0, end)) {
            case "PSYoungGen" -> new Part("Parallel", true, before, after, "");
            case "ParOldGen", "PSOldGen" -> new Part("Parallel", false, before, after, "");
            case "ParNew" -> new Part("CMS", true, before, after, own.contains("promotion failed") ? "promotion failed" : "");
            case "ASParNew" -> new Part("CMS", true, before, after, "");
            case "CMS" -> new Part("CMS", false, before, after, own.contains("concurrent mode failure") ? "concurrent mode failure" : "");
            case "DefNew" -> new Part("Serial", true, before, after, own.contains("promotion failed") ? "promotion failed" : "");
            case "Tenured" -> new Part("Serial", false, before, after, "");
            case "" -> new Part("", false, Quantities.NONE, Quantities.NONE,
                    own.contains("CMS-initial-mark") ? "CMS initial mark" : own.contains("CMS-remark") ? "CMS remark" : "");
            default -> OTHER;
        };
    }
}
