/// Results that Locust writes with `--csv`: statistics by request, their history, failures and exceptions.
///
/// First to read: `LocustStats`. May use: `data`, `work`, `readers`, `readers.percentiles`, `readers.series`, `readers.text`.
@NullMarked
package org.tailwright.readers.locust;

import org.jspecify.annotations.NullMarked;
