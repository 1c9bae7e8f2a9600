/// The measured demo: a small checkout service, a load driver and the recordings of one real run.
///
/// Read [org.tailwright.demo.load.LoadDriver] first: it starts the service (`service` folder) as a second process and
/// puts load on it. Both read the same [Plan] and write what they saw. Nothing here is part of the product; only the
/// JDK and, in `load`, HdrHistogram are used.
package org.tailwright.demo;
