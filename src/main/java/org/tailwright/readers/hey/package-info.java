/// What hey and oha print and write: results as text, JSON and CSV.
///
/// First to read: `HeyText`. May use: `data`, `work`, `readers`, `readers.text`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.hey;

import org.jspecify.annotations.NullMarked;
