/// HdrHistogram's interval logs and its printed percentile distributions.
///
/// First to read: `HdrLog`. May use: `data`, `work`, `readers`, `readers.text`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.hdr;

import org.jspecify.annotations.NullMarked;
