/// What is being written or pasted, and what may complete it.
@NullMarked
package io.landline.ui.chats.composer;

import org.jspecify.annotations.NullMarked;
