/// The report template: contributors that each look at what was opened and add sections, verdicts and sentences.
///
/// First to read: `ReportTemplate`. May use: all analyses and what is below them.
@NullMarked
package org.tailwright.catalog.report;

import org.jspecify.annotations.NullMarked;
