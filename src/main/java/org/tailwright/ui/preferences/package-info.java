/// What the user prefers: kept in a small file of the user's, edited in a sheet.
///
/// First to read: `Preferences`. May use: charts, statistics, ui.commands, ui.state.
@NullMarked
package org.tailwright.ui.preferences;

import org.jspecify.annotations.NullMarked;
