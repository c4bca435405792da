/// What is being written or pasted, and what may complete it. What stands in the field, and what it answers or changes,
/// has [ComposerField]; where it comes from and goes to, [ComposerViewModel].
@NullMarked
package io.landline.ui.chats.composer;

import org.jspecify.annotations.NullMarked;
