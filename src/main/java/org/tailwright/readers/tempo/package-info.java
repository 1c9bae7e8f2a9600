/// Search answers of Grafana Tempo, which list traces without their spans: per trace the root's name and service, start and duration in
/// milliseconds, and the few spans that matched. Whole traces by their id are OTLP and belong to `readers.otlp`.
///
/// First to read: `TempoSearch`. May use: `data`, `work`, `readers`.
@NullMarked
package org.tailwright.readers.tempo;

import org.jspecify.annotations.NullMarked;
