/// Artillery's JSON reports, versions 1 and 2.
///
/// First to read: `ArtilleryJson`. May use: `data`, `work`, `readers`, `readers.calls`, `readers.percentiles`.
@NullMarked
package org.tailwright.readers.artillery;

import org.jspecify.annotations.NullMarked;
