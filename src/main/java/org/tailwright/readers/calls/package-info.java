/// Rows of requests as load generators log them, collected into a table; shared by the readers of such logs.
///
/// First to read: `CallRows`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.calls;

import org.jspecify.annotations.NullMarked;
