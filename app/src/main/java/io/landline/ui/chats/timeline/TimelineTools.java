package io.landline.ui.chats.timeline;

import io.landline.ui.chats.composer.ComposerViewModel;
import io.landline.ui.chats.message.TextSelection;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.emoji.EmojiPicker;
import java.util.function.Supplier;

/// What the cells of one timeline share. Immutable; JavaFX thread.
///
/// @param letters that are selected in one message
/// @param selected whole messages
/// @param marks what the search marks now
/// @param composer where answers and changes are written
/// @param emoji chooses a reaction of any kind
record TimelineTools(TextSelection letters, SelectedMessages selected, Supplier<SearchMarks> marks,
        ComposerViewModel composer, MessageActions actions, EmojiPicker emoji) {}
