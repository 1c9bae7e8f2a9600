/// What OpenTelemetry's protobuf readers share: the wire format, attributes, and how messages follow each other in a file.
///
/// The wire format is read by hand: every length is compared with what is left of the message around it, nothing is allocated by a length in the
/// file.
///
/// First to read: `Wire`. May use: `readers`, `work`.
@NullMarked
package org.tailwright.readers.protobuf;

import org.jspecify.annotations.NullMarked;
