/// `landline chat`: a conversation with a line editor on a terminal, or line by line through a pipe.
@NullMarked
package io.landline.cli.chat;

import org.jspecify.annotations.NullMarked;
