/// JMeter's CSV result files (.jtl), read in parallel by a scanner of their bytes.
///
/// First to read: `JmeterCsv`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.jmeter;

import org.jspecify.annotations.NullMarked;
