/// What is over-represented inside a selection: attributes of its rows, and what of other data sets went with them.
///
/// First to read: `Inside`, then `Contributors`. May use: `statistics` and what it may use.
@NullMarked
package org.tailwright.statistics.inside;

import org.jspecify.annotations.NullMarked;
