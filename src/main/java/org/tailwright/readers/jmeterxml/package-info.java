/// JMeter's results as XML, with sub-results inside samples.
///
/// First to read: `JmeterXml`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.jmeterxml;

import org.jspecify.annotations.NullMarked;
