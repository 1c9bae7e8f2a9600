/// Flight recordings of all JDKs, of async-profiler and of other writers of the same format.
///
/// `Chunk` finds the chunks, `Described` and `Layout` say what their events hold, `Pools` keeps what events refer to, `Walk` goes through the
/// events, each type's `Sink` takes what is wanted, and `TypeRows` and `StackRows` put the parts together. Version 0.9 is left to
/// `OldRecording`.
///
/// First to read: `JfrFile`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.jfr;

import org.jspecify.annotations.NullMarked;
