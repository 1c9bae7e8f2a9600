/// The preview of the report.
///
/// First to read: `ReportView`. May use: everything below `ui`, and of `ui` all but the window and other views.
@NullMarked
package org.tailwright.ui.views.report;

import org.jspecify.annotations.NullMarked;
