/// What sentences of any language need: the languages that there are, where translations stand, plurals, and the
/// direction in which they are written.
@NullMarked
package io.landline.language;

import org.jspecify.annotations.NullMarked;
