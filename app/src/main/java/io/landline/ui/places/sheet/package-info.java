/// What the sheets of rooms, people and shelves share: head, scrolling, parts, questions, and what a person may do with
/// any conversation. Knows no single sheet.
@NullMarked
package io.landline.ui.places.sheet;

import org.jspecify.annotations.NullMarked;
