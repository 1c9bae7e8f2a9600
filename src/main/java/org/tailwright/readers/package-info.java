/// The contract of a file reader, the sniffer and the list of formats; one folder per format.
///
/// First to read: `Readers`. May use: `data`, `work`.
@NullMarked
package org.tailwright.readers;

import org.jspecify.annotations.NullMarked;
