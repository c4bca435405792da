package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.ui.text.SearchWords;
import io.landline.ui.text.SpannedText;
import org.jspecify.annotations.Nullable;

/// What a timeline shows of a search. Immutable.
///
/// @param words marked in each message
/// @param current the message at which the search stands; null for none
record SearchMarks(SearchWords words, @Nullable TimelinePosition current) {
    static final SearchMarks NONE = new SearchMarks(SearchWords.NONE, null);

    SpannedText on(SpannedText text, TimelinePosition position) {
        return text.marked(words, position.equals(current));
    }

    /// Whether the words are only in the part of a message that is folded away.
    boolean areFoldedAway(String text) {
        LongText folded = LongText.of(text, false);
        return folded.isLong() && !words.isEmpty() && words.in(folded.shown()).isEmpty()
                && !words.in(LongText.of(text, true).shown()).isEmpty();
    }
}
