/// Results of k6: samples as CSV or JSON Lines, and the summary at the end of a test.
///
/// First to read: `K6Samples`. May use: `data`, `work`, `readers`, `readers.calls`, `readers.percentiles`, `readers.series`, `readers.text`.
@NullMarked
package org.tailwright.readers.k6;

import org.jspecify.annotations.NullMarked;
