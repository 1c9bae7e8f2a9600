/// The contract of an analysis: inputs, form, outcome, explanation.
///
/// First to read: `Analysis`. May use: `reports` and what it may use.
@NullMarked
package org.tailwright.analyses;

import org.jspecify.annotations.NullMarked;
