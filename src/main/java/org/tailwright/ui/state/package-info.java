/// What the window shows, as one immutable value, and who may change it.
///
/// First to read: `Session` (the value), then `Store` (who holds it) and `Latest` (answers computed from it). May use: `catalog.report`, `analyses` and
/// what it may use, `ui.jobs`, JavaFX properties; no nodes.
@NullMarked
package org.tailwright.ui.state;

import org.jspecify.annotations.NullMarked;
