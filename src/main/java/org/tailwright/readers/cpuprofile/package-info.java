/// Profiles of V8: CPU profiles and sampling heap profiles of Chrome, Node.js and Deno.
///
/// First to read: `V8Profile`. May use: `data`, `work`, `readers`, `readers.stacks`.
@NullMarked
package org.tailwright.readers.cpuprofile;

import org.jspecify.annotations.NullMarked;
