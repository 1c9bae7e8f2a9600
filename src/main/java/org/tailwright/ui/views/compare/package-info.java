/// The comparison of the subject with a baseline.
///
/// First to read: `CompareView`. May use: what all views use.
@NullMarked
package org.tailwright.ui.views.compare;

import org.jspecify.annotations.NullMarked;
