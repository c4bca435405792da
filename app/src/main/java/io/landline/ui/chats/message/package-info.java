/// What one message of a timeline is made of, on the screen and as words.
@NullMarked
package io.landline.ui.chats.message;

import org.jspecify.annotations.NullMarked;
