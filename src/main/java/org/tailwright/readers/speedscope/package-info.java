/// Profiles in speedscope's own JSON, which py-spy, rbspy, dotnet-trace and others write too.
///
/// First to read: `SpeedscopeReader`. May use: `data`, `work`, `readers`, `readers.stacks`.
@NullMarked
package org.tailwright.readers.speedscope;

import org.jspecify.annotations.NullMarked;
