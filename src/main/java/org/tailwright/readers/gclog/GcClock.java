package org.tailwright.readers.gclog;

import java.util.ArrayList;
import java.util.List;

/// Places the stamps of a log on one time line. A calendar time decides where there is one; the JVM's uptime refines it when it is finer.
/// Without any calendar time the JVM's start is taken as 1970-01-01T00:00Z; without any stamp the events are laid end to end.
final class GcClock {
    private static final long SECOND = 1_000_000_000L;
    /// An uptime that falls back by more than this belongs to a new JVM; concurrent threads write less out of order.
    private static final long RESTART = 5 * SECOND;

    private long anchor;
    private boolean anchored;
    private boolean calendar;
    private long last;
    private long lastUptime = Quantities.NONE;
    private long undated;
    private long dated;
    private int restarts;
    private boolean relative;

    /// Nanoseconds since the epoch.
    ///
    /// @param wall calendar time, nanoseconds since the epoch, or [Quantities#NONE]
    /// @param uptime nanoseconds since the start of the JVM, or [Quantities#NONE]
    /// @param fine whether the uptime has more digits than the calendar time
    long at(long wall, long uptime, boolean fine) {
        if (wall == Quantities.NONE && uptime == Quantities.NONE) {
            undated++;
            return last;
        }
        dated++;
        last = wall == Quantities.NONE ? since(uptime) : both(wall, uptime, fine);
        return last;
    }

    private long both(long wall, long uptime, boolean fine) {
        calendar = true;
        if (uptime == Quantities.NONE) {
            return wall;
        }
        boolean fits = anchored && Math.abs(anchor + uptime - wall) < SECOND;
        if (!fits) {
            anchor = wall - uptime;
            anchored = true;
        }
        restart(uptime);
        return fine ? anchor + uptime : wall;
    }

    private long since(long uptime) {
        if (restart(uptime)) {
            anchor = last - uptime;
        }
        relative |= !anchored;
        return anchor + uptime;
    }

    private boolean restart(long uptime) {
        boolean back = lastUptime != Quantities.NONE && uptime < lastUptime - RESTART;
        restarts += back ? 1 : 0;
        lastUptime = back ? uptime : Math.max(lastUptime, uptime);
        return back;
    }

    /// The time of the last line that had one.
    long last() {
        return last;
    }

    /// Start of an event that was written at `end`. Without any stamp it follows the event before it.
    long start(long end, long duration) {
        if (dated > 0) {
            return end - duration;
        }
        last += duration;
        return last - duration;
    }

    /// Whether no line had a stamp.
    boolean blind() {
        return dated == 0 && undated > 0;
    }

    /// What was taken for granted.
    List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (blind()) {
            assumed.add("no line has a time stamp: events are laid end to end from 1970-01-01T00:00Z");
        } else if (relative && !calendar) {
            assumed.add("the log has no calendar time: the JVM is taken to have started at 1970-01-01T00:00Z");
        } else if (relative) {
            assumed.add("lines without a calendar time before the first one that has it count from 1970-01-01T00:00Z");
        }
        return assumed;
    }

    /// What makes the time line weaker.
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (restarts > 0) {
            doubts.add("the uptime falls back " + restarts + (restarts == 1 ? " time" : " times") + ": several runs of a JVM are in the file"
                    + (calendar ? "" : ", laid one after the other"));
        }
        if (blind()) {
            doubts.add("without time stamps there are no rates and no gaps between pauses");
        }
        return doubts;
    }
}
