/// What is known of a person or a room, over the page: a sheet each. Knows no page below it.
@NullMarked
package io.landline.ui.places;

import org.jspecify.annotations.NullMarked;
