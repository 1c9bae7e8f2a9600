/// The simulation of a network of stations: from a scenario file, or from the service graph of loaded traces.
///
/// First to read: `NetworkSimulation`. May use: the packages with analyses and everything below them.
@NullMarked
package org.tailwright.catalog.simulate;

import org.jspecify.annotations.NullMarked;
