/// The trace event format of Chrome, which Perfetto, DevTools, Bazel, Node, PyTorch and many others write too: a list of events, or an object with
/// `traceEvents`; lists that were never closed are whole.
///
/// Threads are not distributed traces, so this is how they become [org.tailwright.data.Traces]: a process is a service, a thread is a track and
/// stands in the column `thread`. Slices (X, and B with its E) nest by time within their track: the parent of a slice is the innermost
/// slice that contains it whole. Each slice that no other contains is the root of a trace of its own; so a trace is one task of one thread, and
/// whole traces are whole tasks. Asynchronous events (b e, S F) nest likewise within the track that their category and id name. Flows tie no
/// traces together, since what follows later in another thread is no part of a task; their ids stand in the columns `flow out` and `flow in`.
/// Counters (C) become metrics. Instants, samples, objects and memory dumps are counted and left out.
///
/// First to read: `ChromeReader`. May use: `data`, `work`, `readers`, `readers.spans`.
@NullMarked
package org.tailwright.readers.chrome;

import org.jspecify.annotations.NullMarked;
