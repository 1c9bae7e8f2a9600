/// The line protocol of InfluxDB and Telegraf.
///
/// First to read: `InfluxLines`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.influx;

import org.jspecify.annotations.NullMarked;
