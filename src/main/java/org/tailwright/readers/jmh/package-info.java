/// JMH's results as JSON.
///
/// First to read: `JmhJson`. May use: `data`, `work`, `readers`, `readers.text`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.jmh;

import org.jspecify.annotations.NullMarked;
