/// Shelves: those of a room, and what stands in one, on sheets of their own. Knows no sheet of a room or a person.
@NullMarked
package io.landline.ui.places.shelf;

import org.jspecify.annotations.NullMarked;
