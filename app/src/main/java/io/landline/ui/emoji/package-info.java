/// Choosing an emoji: by name, by group, among those used last.
@NullMarked
package io.landline.ui.emoji;

import org.jspecify.annotations.NullMarked;
