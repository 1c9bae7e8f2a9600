/// Joins the lists of analyses; the only place that knows them all.
///
/// First to read: `Analyses`. May use: the packages with analyses and everything below them.
@NullMarked
package org.tailwright.catalog;

import org.jspecify.annotations.NullMarked;
