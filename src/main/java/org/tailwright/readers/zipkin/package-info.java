/// Zipkin's traces in JSON: lists of spans, lists of such lists (answers of the query API), and one span or list a line; version 2, and version 1
/// with its annotations.
///
/// A call between two services may be two reports with one span id: the caller's (CLIENT) and the called one's (SERVER, `shared`). Both are kept;
/// the called one's id is made unique and the caller becomes its parent. A span of version 1 that holds both sides in its annotations becomes two.
///
/// First to read: `ZipkinReader`. May use: `data`, `work`, `readers`, `readers.spans`.
@NullMarked
package org.tailwright.readers.zipkin;

import org.jspecify.annotations.NullMarked;
