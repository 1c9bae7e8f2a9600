/// YCSB's results: the summary as text or JSON, status lines over time, histograms and raw requests.
///
/// First to read: `YcsbText`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.ycsb;

import org.jspecify.annotations.NullMarked;
