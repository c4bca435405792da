/// What brings somebody into a room: the sentence or link that one person sends, and how another one's window reads it.
@NullMarked
package io.landline.ui.invitation;

import org.jspecify.annotations.NullMarked;
