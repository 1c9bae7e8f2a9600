/// Garbage-collection logs of the JVM: unified logging (JDK 9 and later) and the older formats.
///
/// First to read: `GcLog`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.gclog;

import org.jspecify.annotations.NullMarked;
