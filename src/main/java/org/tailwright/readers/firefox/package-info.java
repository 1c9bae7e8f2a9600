/// Profiles of the Firefox Profiler, as the browser captures them (gecko) and as profiler.firefox.com, samply and others save them (processed).
///
/// First to read: `FirefoxProfile`. May use: `data`, `work`, `readers`, `readers.stacks`.
@NullMarked
package org.tailwright.readers.firefox;

import org.jspecify.annotations.NullMarked;
