/// Profiles of pprof: its protobuf, the text and binary forms that gperftools and Go wrote before it, and Go's `debug=1` texts.
///
/// First to read: `PprofReader`. May use: `data`, `work`, `readers`, `readers.stacks`, `readers.text`.
@NullMarked
package org.tailwright.readers.pprof;

import org.jspecify.annotations.NullMarked;
