/// Searches of words in entries.
@NullMarked
package io.landline.storage.search;

import org.jspecify.annotations.NullMarked;
