/// Rooms that get new words (docs/protocol/new-words.md): what was handed over, what was taken, and which room
/// continues which. Knows no session and no disk.
@NullMarked
package io.landline.chat.words;

import org.jspecify.annotations.NullMarked;
