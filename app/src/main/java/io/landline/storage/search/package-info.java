/// Finds entries by their words. What stands in the index of words, and leaves it, is the work of
/// [io.landline.storage.entries].
@NullMarked
package io.landline.storage.search;

import org.jspecify.annotations.NullMarked;
