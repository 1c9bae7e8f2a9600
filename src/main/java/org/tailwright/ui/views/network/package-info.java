/// A simulated network as a graph with forms: stations, sources and calls of a scenario's text, changed one setting at a time.
///
/// First to read: `NetworkPane`, then `GraphLayout`. May use: `simulation.scenario` and what views may use.
@NullMarked
package org.tailwright.ui.views.network;

import org.jspecify.annotations.NullMarked;
