/// Spans in delimited text, as research data sets and ad-hoc exports hold them: columns for trace, span and parent ids, service, operation, start,
/// and end or duration, under many names; and Alibaba's call graphs (`traceid, rpcid, um, dm, rt`).
///
/// Columns are known by their names alone, and a table without trace, span, parent, start, and end or duration is not touched. Where the unit of
/// the durations is not said, the ends tell it, or else the smallest unit in which children begin within their parents.
///
/// First to read: `SpanCsv`. May use: `data`, `work`, `readers`, `readers.spans`, `readers.text`.
@NullMarked
package org.tailwright.readers.spancsv;

import org.jspecify.annotations.NullMarked;
