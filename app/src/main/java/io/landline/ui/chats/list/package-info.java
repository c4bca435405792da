/// The rows of the list of conversations and people.
@NullMarked
package io.landline.ui.chats.list;

import org.jspecify.annotations.NullMarked;
