package io.landline.ui.chats.search;

import io.landline.chat.TimelinePosition;
import io.landline.ui.chats.message.LongText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import org.jspecify.annotations.Nullable;

/// What a timeline shows of a search. Immutable.
///
/// @param words marked in each message
/// @param current the message at which the search stands; null for none
public record SearchMarks(SearchTerms words, @Nullable TimelinePosition current) {
    public static final SearchMarks NONE = new SearchMarks(SearchTerms.NONE, null);

    public SpannedText on(SpannedText text, TimelinePosition position) {
        return text.marked(words, position.equals(current));
    }

    /// Whether the words are only in the part of a message that is folded away.
    public boolean areFoldedAway(String text) {
        LongText folded = LongText.of(text, false);
        return folded.isLong() && !words.isEmpty() && words.in(folded.shown()).isEmpty()
                && !words.in(LongText.of(text, true).shown()).isEmpty();
    }
}
