/// What the sheets of rooms and people share with each other and with menus: questions before a step that somebody may
/// regret, the newest files, and what a person may do with any conversation. Knows no single sheet.
@NullMarked
package io.landline.ui.places.sheet;

import org.jspecify.annotations.NullMarked;
