/// Delimited text of any producer: dialect, header, time and number formats found from the content; and the byte-level tools that other text
/// formats share.
///
/// First to read: `DelimitedText`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.text;

import org.jspecify.annotations.NullMarked;
