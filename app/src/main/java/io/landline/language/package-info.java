/// What sentences of any language need: their plurals, and the direction in which they are written.
@NullMarked
package io.landline.language;

import org.jspecify.annotations.NullMarked;
