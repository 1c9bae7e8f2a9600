/// Vegeta's results, encoded as JSON or CSV, and its reports.
///
/// First to read: `VegetaResults`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.vegeta;

import org.jspecify.annotations.NullMarked;
