/// Searches in one conversation and in all of them.
@NullMarked
package io.landline.ui.chats.search;

import org.jspecify.annotations.NullMarked;
