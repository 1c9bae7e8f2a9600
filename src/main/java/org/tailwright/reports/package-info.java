/// The report as data, and the writers that turn it into text, Markdown, HTML and JSON.
///
/// First to read: `Report`. May use: `charts` and what it may use.
@NullMarked
package org.tailwright.reports;

import org.jspecify.annotations.NullMarked;
